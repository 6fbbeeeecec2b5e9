// SPDX-License-Identifier: Apache-2.0
// Opening all rooms: each is open and under way, and everybody who is assigned goes to their room (SPEC RU).

import type { Room } from '../breakout/room.ts'
import type { EventOf, MeetingEvent } from '../events.ts'
import { invariant } from '../invariant.ts'
import { isActive } from '../seats.ts'
import type { RunningMeeting } from '../state.ts'
import { withEntry } from '../together.ts'
import { assignedRoomOf, withAssignmentsTo } from './assign.ts'
import type { Assignment } from './conduct.ts'

export function openedAll(state: RunningMeeting, at: number): readonly MeetingEvent[] {
  const rooms = [...state.rooms.values()]
  const opened = rooms
    .filter(({ open }) => !open)
    .map(({ id }): MeetingEvent => ({ type: 'RoomOpened', roomId: id, at }))
  return [...opened, ...started(rooms, at), ...sent(state, at)]
}

/** The rooms that are under way from now on. */
export function started(rooms: readonly Room[], at: number): readonly MeetingEvent[] {
  return rooms.filter(({ underWay }) => !underWay).map(({ id }) => ({ type: 'RoomStarted', roomId: id, at }))
}

/** Everybody who is here or expected back goes where they are assigned to; those without assignment stay. */
function sent(state: RunningMeeting, at: number): readonly MeetingEvent[] {
  return [...state.seats.values()].flatMap((seat): readonly MeetingEvent[] => {
    const toRoomId = assignedRoomOf(seat)
    if (toRoomId === undefined || toRoomId === seat.roomId || !isActive(seat)) return []
    return [{ type: 'ParticipantMoved', participantId: seat.id, toRoomId, at }]
  })
}

function owedAnew(assignment: Assignment): Assignment {
  return assignment.status === 'assigned' ? { ...assignment, owed: true } : assignment
}

export function evolveRoomStarted(state: RunningMeeting, { roomId }: EventOf<'RoomStarted'>): RunningMeeting {
  const room = state.rooms.get(roomId)
  invariant(room?.open, `room ${roomId} got under way and is not open`)
  return {
    ...state,
    rooms: withEntry(state.rooms, roomId, { ...room, underWay: true }),
    seats: withAssignmentsTo(state.seats, roomId, owedAnew),
  }
}
