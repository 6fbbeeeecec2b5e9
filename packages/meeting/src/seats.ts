// SPDX-License-Identifier: Apache-2.0
// Questions about seats that several slices ask, and the one way to replace a seat.
import type { ParticipantId, RoomId } from '@alcove/protocol'
import { invariant } from './invariant.ts'
import { remembered } from './remembered.ts'
import type { MeetingState, RunningMeeting, Seat } from './state.ts'
import { withEntry } from './together.ts'

/** Here now, or expected back: others see the person. */
export function isActive(seat: Seat): boolean {
  return seat.presence.status === 'present' || seat.presence.status === 'absent'
}

/** In the lobby. */
export function isWaiting(seat: Seat): boolean {
  return seat.presence.status === 'waiting'
}

/** Prepared, and nobody has come for it yet. */
export function isExpected(seat: Seat): boolean {
  return seat.presence.status === 'expected'
}

/** What named them is blanked, and nobody comes back to the seat: whoever held it comes as somebody new. */
export function isForgotten(seat: Seat): boolean {
  return seat.displayName === ''
}

/** In the meeting or at its door: somebody who will be told, or is expected back within the grace. */
export function isAround(seat: Seat): boolean {
  return isActive(seat) || isWaiting(seat)
}

/** Somebody holds a connection of this seat now, as far as the log knows. */
export function isConnected({ presence }: Seat): boolean {
  return presence.status === 'present' || (presence.status === 'waiting' && presence.lostAt === undefined)
}

export type PresentSeat = Seat & { readonly presence: { readonly status: 'present' } }

export function isPresent(seat: Seat | undefined): seat is PresentSeat {
  return seat?.presence.status === 'present'
}

/** Who is present in each room where somebody is. */
export const presentByRoom = remembered(
  (seats: RunningMeeting['seats']): ReadonlyMap<RoomId, readonly PresentSeat[]> =>
    Map.groupBy([...seats.values()].filter(isPresent), (seat) => seat.roomId),
)

/** The seat that answers to a resume token, whatever its presence. */
export function findSeatByToken(state: MeetingState, tokenHash: string): Seat | undefined {
  if (state.status !== 'running') return undefined
  return [...state.seats.values()].find((seat) => seat.tokenHash === tokenHash)
}

/** Somebody is present and every moderator is gone. */
export function hasNoModerator(seats: Iterable<Seat>): boolean {
  let somebodyIsHere = false
  for (const seat of seats) {
    if (seat.role === 'moderator' && isActive(seat)) return false
    somebodyIsHere ||= isPresent(seat)
  }
  return somebodyIsHere
}

/** Replaces one seat; all others keep their identity. */
export function withSeat(state: RunningMeeting, id: ParticipantId, change: Partial<Seat>): RunningMeeting {
  const seat = state.seats.get(id)
  invariant(seat, `no seat ${id}`)
  return { ...state, seats: withEntry(state.seats, id, { ...seat, ...change }) }
}
