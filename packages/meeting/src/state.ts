// SPDX-License-Identifier: Apache-2.0
// The state of one meeting: readonly, changed only by evolve. Who is connected through what, and what plays, is not here (see media/moment.ts).
import {
  type Actor,
  type CommandId,
  type Feature,
  type MeetingId,
  operator,
  type ParticipantId,
  type RemovalView,
  type Role,
  type RoomId,
  type SelfMove,
  type StoredResult,
  type TakenOffView,
} from '@alcove/protocol'
import type { AnnouncementsState } from './announcements/announcementsState.ts'
import type { Reseated } from './breakout/plan.ts'
import type { Room } from './breakout/room.ts'
import type { ChatState } from './chat/chatState.ts'
import type { MeetingSettings } from './commands.ts'
import type { Assignment, ConductState } from './conduct/conduct.ts'
import type { DoorState } from './door/doorState.ts'
import type { LobbyMessage } from './door/lobbyMessage.ts'
import type { GlanceState } from './glance/glanceState.ts'
import type { HandsState } from './hands/handsState.ts'
import type { HelpState } from './help/helpState.ts'
import type { ModerationState } from './moderation/moderationState.ts'
import type { PodiumState } from './podium/podiumState.ts'
import type { Claim, Identity } from './roster/identity.ts'
import type { RoundsState } from './rounds/roundsState.ts'
import type { Tries } from './tries/triesState.ts'
import type { Visits } from './visits/visit.ts'

/** Raised when the shape of the state changes: a snapshot of another version is dropped and the log replayed. */
export const stateVersion = 20

/** How many first outcomes are remembered: for a seat more than a client ever has under way, for the operator those of many programs. */
export function maxOutcomesOf(by: Actor): number {
  return by === operator ? 1_000 : 64
}

export type MeetingState = NewMeeting | RunningMeeting | EndedMeeting

/** Nobody has come yet. */
export interface NewMeeting {
  readonly status: 'new'
}

export interface EndedMeeting {
  readonly status: 'ended'
  readonly meetingId: MeetingId
  /** Of a meeting that somebody ended. */
  readonly kept?: KeptMeeting
}

/** What can still be read of a meeting that is over. */
export interface KeptMeeting {
  readonly endedAt: number
  /** Then nothing of it is kept any more. */
  readonly until: number
  /** The meeting at its end, with nobody in it. */
  readonly last: RunningMeeting
}

export interface RunningMeeting {
  readonly status: 'running'
  readonly meetingId: MeetingId
  readonly createdAt: number
  /** What moderators call it. */
  readonly subject?: string
  readonly lastRemoved?: RemovalView
  readonly settings: MeetingSettings
  readonly selfMove: SelfMove
  /** Moderators let breakout rooms be used. */
  readonly roomsAllowed: boolean
  /** A token of who made the meeting or moderated it denies breakout rooms. */
  readonly roomsDenied: boolean
  readonly conduct: ConductState
  /** In their order. Never holds the main room. */
  readonly rooms: ReadonlyMap<RoomId, Room>
  /** Every seat ever taken, in the order of joining, and every seat that is expected to be, in the order of preparing. */
  readonly seats: ReadonlyMap<ParticipantId, Seat>
  /** How many rooms and seats were ever made: gives default names and orders that are never used twice. */
  readonly roomsMade: number
  readonly seatsMade: number
  /** First outcomes of the last commands of each seat and of the operator, oldest first, at most {@link maxOutcomesOf} each. */
  readonly outcomes: ReadonlyMap<Actor, readonly Outcome[]>
  /** Since when somebody is here but no moderator is; the role passes on after the grace. */
  readonly withoutModeratorSince: number | undefined
  /** Who was where, from when to when. */
  readonly visits: Visits
  readonly chat: ChatState
  readonly moderation: ModerationState
  readonly door: DoorState
  readonly announcements: AnnouncementsState
  readonly hands: HandsState
  readonly help: HelpState
  readonly rounds: RoundsState
  /** What the last seating by a plan changed, so that it can be taken back; empty when there is nothing to take back. */
  readonly seated: readonly Reseated[]
  readonly podium: PodiumState
  readonly glance: GlanceState
  readonly tries: Tries
  /** SHA-256 of the key by which whoever ended the meeting last may read its report. */
  readonly reportKeyHash?: string
}

export interface Seat {
  readonly id: ParticipantId
  readonly displayName: string
  readonly role: Role
  readonly roomId: RoomId
  readonly order: number
  /** SHA-256 of the resume token, hex; absent as long as nobody has taken the seat, and once the person was forgotten. */
  readonly tokenHash?: string
  readonly presence: Presence
  /** Was let in before: the lobby is for those who were not. */
  readonly admitted: boolean
  readonly identity: Identity
  /** Address of the picture that the person chose; one that a token or a list gave counts more. */
  readonly avatar?: string
  /** Who ended their speaking to rooms; kept until they speak to rooms again. */
  readonly takenOffPodium?: TakenOffView
  /** What a token takes from the person. */
  readonly denied: readonly Feature[]
  /** Whoever presents this code takes the seat. */
  readonly claim?: Claim
  /** Where the person should be; where they are is `roomId`. */
  readonly assignment: Assignment
}

/**
 * `expected`: prepared for somebody who has not come yet. `waiting`: in the lobby; `lostAt` while the connection is lost. `gone`: lost for longer
 * than the grace, or left by choice; others do not see the person, the seat can be resumed.
 */
export type Presence =
  | { readonly status: 'expected'; readonly since: number }
  | {
      readonly status: 'waiting'
      readonly since: number
      readonly lostAt?: number
      readonly talk?: readonly LobbyMessage[]
    }
  | { readonly status: 'present'; readonly since: number }
  | { readonly status: 'absent'; readonly since: number }
  | { readonly status: 'gone'; readonly since: number }

export interface Outcome {
  readonly commandId: CommandId
  readonly result: StoredResult
}

export const newMeeting: NewMeeting = { status: 'new' }
