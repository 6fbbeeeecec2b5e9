// SPDX-License-Identifier: Apache-2.0
// How seats and their presence change. Keeps the one derived fact: since when people are here without a moderator.
import { mainRoomId } from '@alcove/protocol'
import { unassigned } from '../conduct/conduct.ts'
import type { EventOf } from '../events.ts'
import { invariant } from '../invariant.ts'
import { hasNoModerator, withSeat } from '../seats.ts'
import type { Presence, RunningMeeting, Seat } from '../state.ts'
import { withEntry } from '../together.ts'

type PresenceEvent = EventOf<'ParticipantAbsent' | 'ParticipantGone' | 'ParticipantLeft' | 'ParticipantResumed'>

const statusAfter: Readonly<Record<PresenceEvent['type'], Presence['status']>> = {
  ParticipantAbsent: 'absent',
  ParticipantGone: 'gone',
  ParticipantLeft: 'gone',
  ParticipantResumed: 'present',
}

export function evolveJoined(state: RunningMeeting, event: EventOf<'ParticipantJoined'>): RunningMeeting {
  invariant(!state.seats.has(event.participantId), `seat ${event.participantId} was taken twice`)
  const seat: Seat = {
    id: event.participantId,
    displayName: event.displayName,
    role: event.role,
    roomId: mainRoomId,
    order: state.seatsMade + 1,
    tokenHash: event.tokenHash,
    presence: { status: 'present', since: event.at },
    assignment: unassigned,
  }
  const seats = withEntry(state.seats, seat.id, seat)
  return withModeratorClock({ ...state, seats, seatsMade: state.seatsMade + 1 }, event.at)
}

export function evolvePresence(state: RunningMeeting, event: PresenceEvent): RunningMeeting {
  const presence: Presence = { status: statusAfter[event.type], since: event.at }
  return withModeratorClock(withSeat(state, event.participantId, { presence }), event.at)
}

/** Starts or stops the clock after which the role passes on; to be called after every change of presence or role. */
export function withModeratorClock(state: RunningMeeting, at: number): RunningMeeting {
  const since = hasNoModerator(state.seats.values()) ? (state.withoutModeratorSince ?? at) : undefined
  return since === state.withoutModeratorSince ? state : { ...state, withoutModeratorSince: since }
}
