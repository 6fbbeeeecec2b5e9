// SPDX-License-Identifier: Apache-2.0
// Seating people: each is assigned to a room and, unless it is held, goes there; how it was before is kept, so that it can be taken back (SPEC AA).
// In the main room is seated who is assigned to none and goes there.
import { mainRoomId, type RoomGroup, type RoomId } from '@alcove/protocol'
import { assigned, assignedRoomOf } from '../conduct/assign.ts'
import type { MeetingEvent } from '../events.ts'
import { isActive, isExpected } from '../seats.ts'
import type { RunningMeeting, Seat } from '../state.ts'
import type { Reseated } from './plan.ts'

export interface Seating {
  readonly seat: Seat
  readonly roomId: RoomId
}

/** People who left are passed over. */
export function seatingsOf({ seats }: RunningMeeting, groups: readonly RoomGroup[]): readonly Seating[] {
  return groups.flatMap(({ roomId, participantIds }) =>
    participantIds.flatMap((id) => {
      const seat = seats.get(id)
      return seat && (isActive(seat) || isExpected(seat)) ? [{ seat, roomId }] : []
    }),
  )
}

/** The events by which people are seated; none where everybody sits so already. */
export function seated(seatings: readonly Seating[], hold: boolean, at: number): readonly MeetingEvent[] {
  const changed = reseated(seatings, !hold)
  return [
    ...seatings.flatMap(({ seat, roomId }) => assignedTo(seat, roomId, at)),
    ...(hold ? [] : moved(seatings, at)),
    ...(changed.length > 0 ? [{ type: 'PeopleSeated' as const, changed, at }] : []),
  ]
}

function assignedTo(seat: Seat, roomId: RoomId, at: number): readonly MeetingEvent[] {
  if (roomId !== mainRoomId) return assigned(seat, roomId, at)
  return seat.assignment.status === 'none' ? [] : [{ type: 'ParticipantUnassigned', participantId: seat.id, at }]
}

function moved(seatings: readonly Seating[], at: number): readonly MeetingEvent[] {
  return seatings.filter(isElsewhere).map(({ seat, roomId }) => ({
    type: 'ParticipantMoved',
    participantId: seat.id,
    toRoomId: roomId,
    at,
  }))
}

/** How it was before, of those for whom something changes. */
function reseated(seatings: readonly Seating[], isMoving: boolean): readonly Reseated[] {
  return seatings
    .filter((seating) => isChange(seating, isMoving))
    .map((seating) => {
      const { seat, roomId } = seating
      const before = assignedRoomOf(seat)
      return {
        participantId: seat.id,
        roomId,
        ...(before !== undefined && { assignedBefore: before }),
        ...(isMoving && isElsewhere(seating) && { movedFrom: seat.roomId }),
      }
    })
}

/** They are assigned elsewhere so far, or are elsewhere. */
export function isChange(seating: Seating, isMoving: boolean): boolean {
  return (assignedRoomOf(seating.seat) ?? mainRoomId) !== seating.roomId || (isMoving && isElsewhere(seating))
}

function isElsewhere({ seat, roomId }: Seating): boolean {
  return isActive(seat) && seat.roomId !== roomId
}
