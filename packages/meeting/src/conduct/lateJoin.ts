// SPDX-License-Identifier: Apache-2.0
// Where people go who come while rooms are under way: newcomers by the meeting's rule, those who were gone to the room that they are assigned to
// (SPEC RU).
import type { RoomId } from '@alcove/protocol'
import { placesLeft } from '../breakout/entry.ts'
import type { CommandOf } from '../commands.ts'
import type { MeetingEvent } from '../events.ts'
import { accept, type Decision } from '../rejections.ts'
import { takesNewcomers } from '../rounds/heldRounds.ts'
import { isActive } from '../seats.ts'
import type { RunningMeeting, Seat } from '../state.ts'
import type { Assignment } from './conduct.ts'

export function decideChangeLateJoin(state: RunningMeeting, { lateJoin, at }: CommandOf<'ChangeLateJoin'>): Decision {
  return accept(state.conduct.lateJoin === lateJoin ? [] : [{ type: 'LateJoinChanged', lateJoin, at }])
}

/** What counts of somebody who comes in. Who was never in the meeting is not `admitted` and in the main room. */
export type Arrival = Pick<Seat, 'id' | 'assignment' | 'roomId' | 'admitted'>

/**
 * Takes people who come in, or come back after they were gone, on to a room: to the one that they are assigned to, if people are sent there now and
 * they were not placed anywhere since; newcomers without one by the rule. They belong there from now on: the next time all rooms open they go there
 * with the others.
 */
export function arrivalsPlaced(
  state: RunningMeeting,
  arrivals: readonly Arrival[],
  at: number,
): readonly MeetingEvent[] {
  const rooms = roomsUnderWay(state)
  return arrivals.flatMap(({ id, assignment, roomId: from, admitted }): readonly MeetingEvent[] => {
    const isAssigned = assignment.status === 'assigned'
    const isNew = !isAssigned && !admitted && state.conduct.lateJoin === 'fewest'
    const roomId = isNew ? fewest(rooms) : isAssigned && mayGoOn(state, assignment) ? assignment.roomId : undefined
    if (roomId === undefined || roomId === from) return []
    const room = rooms.get(roomId)
    if (room) rooms.set(roomId, { size: room.size + 1, places: room.places - 1 })
    const moved: MeetingEvent = { type: 'ParticipantMoved', participantId: id, toRoomId: roomId, at }
    return isNew ? [{ type: 'ParticipantAssigned', participantId: id, roomId, at }, moved] : [moved]
  })
}

/** The person is owed the way, and people are sent to the room now, or they go there as soon as it is open. */
function mayGoOn({ rooms }: RunningMeeting, assignment: Extract<Assignment, { status: 'assigned' }>): boolean {
  const room = assignment.owed ? rooms.get(assignment.roomId) : undefined
  return room !== undefined && (room.underWay || (room.open && assignment.atOnce === true))
}

/** Of each room under way: how many people are in it, here or expected back, and how many more it takes. */
function roomsUnderWay(state: RunningMeeting): Map<RoomId, { readonly size: number; readonly places: number }> {
  const underWay = [...state.rooms.values()].filter((room) => room.underWay && takesNewcomers(state, room.id))
  const sizes = new Map(underWay.map(({ id }) => [id, 0]))
  for (const seat of state.seats.values()) {
    const size = sizes.get(seat.roomId)
    if (size !== undefined && isActive(seat)) sizes.set(seat.roomId, size + 1)
  }
  return new Map(underWay.map((room) => [room.id, { size: sizes.get(room.id) ?? 0, places: placesLeft(state, room) }]))
}

/** The room with the fewest people; of equal ones, the first in order; full ones are left out. */
function fewest(rooms: ReturnType<typeof roomsUnderWay>): RoomId | undefined {
  const [first, ...others] = [...rooms].filter(([, { places }]) => places > 0)
  return first && others.reduce((best, room) => (room[1].size < best[1].size ? room : best), first)[0]
}
