// SPDX-License-Identifier: Apache-2.0
// How seats and their presence change. Keeps the one derived fact: since when people are here without a moderator.
import { mainRoomId, type Role } from '@alcove/protocol'
import { unassigned } from '../conduct/conduct.ts'
import type { EventOf } from '../events.ts'
import { assertNever, invariant } from '../invariant.ts'
import { type Identity, nobodyInParticular } from '../roster/identity.ts'
import { hasNoModerator, withSeat } from '../seats.ts'
import type { Presence, RunningMeeting, Seat } from '../state.ts'
import { withEntry } from '../together.ts'

type PresenceEvent = EventOf<
  | 'ParticipantAbsent'
  | 'ParticipantAdmitted'
  | 'ParticipantGone'
  | 'ParticipantLeft'
  | 'ParticipantResumed'
  | 'ParticipantWaiting'
>

/** Somebody takes a seat: a new one, or the one that was prepared for them, which now comes last in the order of joining. */
export function evolveJoined(
  state: RunningMeeting,
  event: EventOf<'ParticipantJoined' | 'ParticipantKnocked'>,
): RunningMeeting {
  const { participantId: id, displayName, role, tokenHash, at } = event
  const prepared = state.seats.get(id)
  invariant(!prepared || prepared.presence.status === 'expected', `seat ${id} was taken twice`)
  const admitted = event.type === 'ParticipantJoined'
  const others = prepared ? new Map([...state.seats].filter(([other]) => other !== id)) : state.seats
  const seats = withEntry(others, id, {
    ...(prepared ?? newSeat(id, displayName, role, event.identity ?? nobodyInParticular)),
    displayName,
    role,
    order: state.seatsMade + 1,
    tokenHash,
    presence: { status: admitted ? 'present' : 'waiting', since: at },
    admitted,
    denied: event.denied ?? [],
    ...(event.identity && { identity: event.identity }),
  })
  return withModeratorClock({ ...state, seats, seatsMade: state.seatsMade + 1 }, at)
}

/** A seat of nobody yet: whoever makes it says how it is taken. */
export function newSeat(
  id: Seat['id'],
  displayName: string,
  role: Role,
  identity: Identity,
): Omit<Seat, 'order' | 'presence'> {
  return { id, displayName, role, roomId: mainRoomId, admitted: false, identity, denied: [], assignment: unassigned }
}

export function evolvePresence(state: RunningMeeting, event: PresenceEvent): RunningMeeting {
  const seat = state.seats.get(event.participantId)
  invariant(seat, `no seat ${event.participantId}`)
  const presence = presenceAfter(seat.presence, event)
  const admitted = seat.admitted || presence.status === 'present' || presence.status === 'absent'
  return withModeratorClock(withSeat(state, seat.id, { presence, admitted }), event.at)
}

function presenceAfter(before: Presence, { type, at }: PresenceEvent): Presence {
  const isWaiting = before.status === 'waiting'
  switch (type) {
    case 'ParticipantAbsent':
      return isWaiting ? { ...before, lostAt: at } : { status: 'absent', since: at }
    case 'ParticipantWaiting':
      return isWaiting ? withoutLoss(before) : { status: 'waiting', since: at }
    case 'ParticipantAdmitted':
      invariant(isWaiting, 'somebody was let in who did not wait')
      return before.lostAt === undefined ? { status: 'present', since: at } : { status: 'absent', since: before.lostAt }
    case 'ParticipantGone':
    case 'ParticipantLeft':
      return { status: 'gone', since: at }
    case 'ParticipantResumed':
      return { status: 'present', since: at }
    default:
      return assertNever(type)
  }
}

function withoutLoss({ lostAt: _, ...waiting }: Extract<Presence, { status: 'waiting' }>): Presence {
  return waiting
}

/** Starts or stops the clock after which the role passes on; to be called after every change of presence or role. */
export function withModeratorClock(state: RunningMeeting, at: number): RunningMeeting {
  const since = hasNoModerator(state.seats.values()) ? (state.withoutModeratorSince ?? at) : undefined
  return since === state.withoutModeratorSince ? state : { ...state, withoutModeratorSince: since }
}
