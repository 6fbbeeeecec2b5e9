// SPDX-License-Identifier: Apache-2.0
// Who has to wait in the lobby, and who is let in when (SPEC LO). Pure questions; joining and coming back ask them, and so does every change of the door.
import type { ParticipantId } from '@alcove/protocol'
import type { CommandOf } from '../commands.ts'
import { arrivalsPlaced } from '../conduct/lateJoin.ts'
import type { MeetingEvent } from '../events.ts'
import { accept, type Decision, reject } from '../rejections.ts'
import { isActive, isWaiting } from '../seats.ts'
import type { RunningMeeting, Seat } from '../state.ts'
import type { DoorState } from './doorState.ts'

/** What counts at the door of somebody who comes, with or without a seat. */
export type Arriving = Pick<Seat, 'role' | 'admitted' | 'assignment'>

/** How the door stands, or will stand once what is being decided has happened. */
interface Standing {
  readonly door: DoorState
  readonly hasModerator: boolean
}

function hasModerator({ seats }: RunningMeeting): boolean {
  return [...seats.values()].some((seat) => seat.role === 'moderator' && isActive(seat))
}

/** Whether somebody who comes now waits. Who is only absent comes back without asking. */
export function mustWait(state: RunningMeeting, arriving: Arriving): boolean {
  return waitsBefore(state, { door: state.door, hasModerator: hasModerator(state) }, arriving)
}

export function decideAdmitPeople(state: RunningMeeting, { participantIds, at }: CommandOf<'AdmitPeople'>): Decision {
  const waiting = [...state.seats.values()].filter(isWaiting)
  if (participantIds === 'everybody') return accept(admitted(state, waiting, at))
  const ids = new Set(participantIds)
  const meant = waiting.filter((seat) => ids.has(seat.id))
  const unknown = [...ids].find((participantId) => !meant.some((seat) => seat.id === participantId))
  if (unknown !== undefined) return reject('PARTICIPANT_UNKNOWN', { participantId: unknown })
  return accept(admitted(state, meant, at))
}

/** What follows for those in the lobby when the door stands otherwise, or a moderator comes: nobody waits without a reason. */
export function released(state: RunningMeeting, change: Partial<Standing>, at: number): readonly MeetingEvent[] {
  const standing = { door: state.door, hasModerator: hasModerator(state), ...change }
  const free = [...state.seats.values()].filter((seat) => isWaiting(seat) && !waitsBefore(state, standing, seat))
  return admitted(state, free, at)
}

/** People who are let in go where the rule for newcomers, or their assignment, sends them. */
function admitted(state: RunningMeeting, seats: readonly Seat[], at: number): readonly MeetingEvent[] {
  const ids: readonly ParticipantId[] = seats.map(({ id }) => id)
  return [
    ...ids.map((participantId): MeetingEvent => ({ type: 'ParticipantAdmitted', participantId, at })),
    ...arrivalsPlaced(state, seats, at),
  ]
}

function waitsBefore(state: RunningMeeting, { door, hasModerator }: Standing, arriving: Arriving): boolean {
  if (arriving.role === 'moderator') return false
  // Where whoever comes first is moderator there is nobody to wait for.
  const comesByRight = door.moderatorKeyHash !== undefined || !state.settings.firstIsModerator
  if (comesByRight && door.beforeModerator === 'wait' && !hasModerator) return true
  if (arriving.admitted) return false
  return door.lobby || isHeldBack(state, arriving)
}

/** The rule for newcomers holds people without a room back while rooms are under way. */
function isHeldBack({ conduct, rooms }: RunningMeeting, { assignment }: Arriving): boolean {
  if (conduct.lateJoin !== 'lobby' || assignment.status === 'assigned') return false
  return [...rooms.values()].some(({ underWay }) => underWay)
}
