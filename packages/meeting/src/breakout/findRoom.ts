// SPDX-License-Identifier: Apache-2.0
// Looks up a breakout room that a command names.
import { mainRoomId, type RoomId } from '@alcove/protocol'
import { type Rejected, reject } from '../rejections.ts'
import type { RunningMeeting } from '../state.ts'
import type { Room } from './room.ts'

export type FoundRoom = { readonly ok: true; readonly room: Room } | Rejected

/** The breakout room, or why there is none: it is the main room, or unknown. */
export function findBreakoutRoom(state: RunningMeeting, roomId: RoomId): FoundRoom {
  if (roomId === mainRoomId) return reject('ROOM_IS_MAIN')
  const room = state.rooms.get(roomId)
  return room ? { ok: true, room } : reject('ROOM_UNKNOWN', { roomId })
}
