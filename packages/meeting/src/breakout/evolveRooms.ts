// SPDX-License-Identifier: Apache-2.0
// How the list of breakout rooms changes. Who is in them is on the seats.
import { mainRoomId } from '@alcove/protocol'
import { withAssignmentsTo } from '../conduct/assign.ts'
import { unassigned } from '../conduct/conduct.ts'
import type { EventOf } from '../events.ts'
import { assertNever, invariant } from '../invariant.ts'
import type { Room, RunningMeeting } from '../state.ts'

export function evolveRoomCreated(state: RunningMeeting, { roomId, name }: EventOf<'RoomCreated'>): RunningMeeting {
  invariant(roomId !== mainRoomId && !state.rooms.has(roomId), `room ${roomId} was created twice`)
  const room: Room = { id: roomId, name, order: state.roomsMade + 1, open: true, underWay: false }
  return { ...state, rooms: new Map(state.rooms).set(roomId, room), roomsMade: state.roomsMade + 1 }
}

type RoomChange = EventOf<'RoomRenamed' | 'RoomOpened' | 'RoomClosed'>

export function evolveRoomChanged(state: RunningMeeting, event: RoomChange): RunningMeeting {
  const room = state.rooms.get(event.roomId)
  invariant(room, `no room ${event.roomId}`)
  return { ...state, rooms: new Map(state.rooms).set(room.id, { ...room, ...change(event) }) }
}

export function evolveRoomRemoved(state: RunningMeeting, { roomId }: EventOf<'RoomRemoved'>): RunningMeeting {
  const rooms = new Map(state.rooms)
  invariant(rooms.delete(roomId), `no room ${roomId}`)
  return { ...state, rooms, seats: withAssignmentsTo(state.seats, roomId, unassigned) }
}

function change(event: RoomChange): Partial<Room> {
  switch (event.type) {
    case 'RoomRenamed':
      return { name: event.name }
    case 'RoomOpened':
      return { open: true }
    case 'RoomClosed':
      return { open: false, underWay: false }
    default:
      return assertNever(event)
  }
}
