// SPDX-License-Identifier: Apache-2.0
// How the rooms are run: what is about to happen to all of them, how much time they have, where newcomers go (SPEC RU). State unions only; whether a
// room is under way and who is assigned to it are facts of the room and of the seat.
import type { LateJoin, RoomId, RoomsAction, TimerEnd } from '@alcove/protocol'

export interface ConductState {
  readonly countdown: Countdown
  readonly timer: RoomsTimer
  readonly lateJoin: LateJoin
}

/** What happens to all rooms when the time has come; at most one at a time. */
export type Countdown =
  | { readonly status: 'none' }
  | {
      readonly status: 'pending'
      readonly action: RoomsAction
      readonly dueAt: number
      readonly cause: CountdownCause
    }

export type CountdownCause = 'moderator' | 'timer'

/** `over`: the end has come and nobody has cleared it away; it can still be extended. */
export type RoomsTimer =
  | { readonly status: 'off' }
  | { readonly status: 'running' | 'over'; readonly endsAt: number; readonly atEnd: TimerEnd }

/**
 * `owed`: the person has not been placed anywhere since they were assigned, or since the room got under way. `atOnce`: on joining they go there as soon
 * as the room is open.
 */
export type Assignment =
  | { readonly status: 'none' }
  | { readonly status: 'assigned'; readonly roomId: RoomId; readonly owed: boolean; readonly atOnce?: true }

export const unassigned: Assignment = { status: 'none' }

/** What a meeting begins with, also one whose log is older than all of this. */
export const newConduct: ConductState = { countdown: { status: 'none' }, timer: { status: 'off' }, lateJoin: 'main' }

/** From the end of the timer to the return that it brings about: time to say goodbye. */
export const returnAfterTimerMs = 30_000
/** No timer ends later than this from now. */
export const longestTimerMs = 8 * 3_600_000
