// SPDX-License-Identifier: Apache-2.0
// How the list of breakout rooms changes. Who is in them is on the seats.
import { mainRoomId } from '@alcove/protocol'
import { withAssignmentsTo } from '../conduct/assign.ts'
import { unassigned } from '../conduct/conduct.ts'
import type { EventOf } from '../events.ts'
import { assertNever, invariant } from '../invariant.ts'
import type { RunningMeeting } from '../state.ts'
import { withEntry } from '../together.ts'
import { withProperties } from './changeRoom.ts'
import type { Room } from './room.ts'

export function evolveRoomCreated(state: RunningMeeting, event: EventOf<'RoomCreated'>): RunningMeeting {
  const { roomId, name, open = true, properties = {} } = event
  invariant(roomId !== mainRoomId && !state.rooms.has(roomId), `room ${roomId} was created twice`)
  const number = state.roomsMade + 1
  const bare: Room = {
    id: roomId,
    name,
    number,
    order: number,
    open,
    underWay: false,
    locked: false,
    password: { version: 0 },
    pastLock: [],
    pastPassword: [],
    knocks: [],
    hosts: [],
  }
  const room = withProperties(bare, properties)
  return { ...state, rooms: withEntry(state.rooms, roomId, room), roomsMade: number }
}

type RoomChange = EventOf<'RoomRenamed' | 'RoomOpened' | 'RoomClosed'>

export function evolveRoomChanged(state: RunningMeeting, event: RoomChange): RunningMeeting {
  const room = state.rooms.get(event.roomId)
  invariant(room, `no room ${event.roomId}`)
  return { ...state, rooms: withEntry(state.rooms, room.id, { ...room, ...change(event) }) }
}

export function evolveRoomRemoved(state: RunningMeeting, { roomId }: EventOf<'RoomRemoved'>): RunningMeeting {
  const rooms = new Map(state.rooms)
  invariant(rooms.delete(roomId), `no room ${roomId}`)
  return { ...state, rooms, seats: withAssignmentsTo(state.seats, roomId, () => unassigned) }
}

function change(event: RoomChange): Partial<Room> {
  switch (event.type) {
    case 'RoomRenamed':
      return { name: event.name }
    case 'RoomOpened':
      return { open: true }
    case 'RoomClosed':
      return { open: false, underWay: false, knocks: [] }
    default:
      return assertNever(event)
  }
}
