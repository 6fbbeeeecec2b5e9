// SPDX-License-Identifier: Apache-2.0
// The one way to replace rooms in the state.
import type { RoomId } from '@alcove/protocol'
import { invariant } from '../invariant.ts'
import type { RunningMeeting } from '../state.ts'
import { withEntry } from '../together.ts'
import type { Room } from './room.ts'

/** Changes rooms; those that stay the same keep their identity, and so does the meeting when all do. */
export function withRooms(state: RunningMeeting, change: (room: Room) => Room): RunningMeeting {
  let isChanged = false
  const rooms = new Map<RoomId, Room>()
  for (const [id, room] of state.rooms) {
    const changed = change(room)
    isChanged ||= changed !== room
    rooms.set(id, changed)
  }
  return isChanged ? { ...state, rooms } : state
}

export function withRoom(state: RunningMeeting, roomId: RoomId, change: (room: Room) => Room): RunningMeeting {
  const room = state.rooms.get(roomId)
  invariant(room, `no room ${roomId}`)
  return { ...state, rooms: withEntry(state.rooms, roomId, change(room)) }
}
