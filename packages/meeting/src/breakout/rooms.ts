// SPDX-License-Identifier: Apache-2.0
// Creating, renaming, removing and opening breakout rooms (SPEC BR). Knows placements; knows nothing of media.
import { mainRoomId } from '@alcove/protocol'
import type { CommandOf } from '../commands.ts'
import { invariant } from '../invariant.ts'
import { accept, type Decision, reject } from '../rejections.ts'
import type { RunningMeeting } from '../state.ts'
import { broughtBack } from './close.ts'
import { findBreakoutRoom } from './findRoom.ts'

export function decideCreateRoom(state: RunningMeeting, command: CommandOf<'CreateRoom'>): Decision {
  const { roomId, at } = command
  if (state.rooms.size >= state.settings.maxRooms) return reject('ROOM_LIMIT_REACHED')
  invariant(roomId !== mainRoomId && !state.rooms.has(roomId), 'a new room was given an id that is taken')
  const { name = defaultName(state), open, properties } = command
  const more = { ...(open === undefined ? {} : { open }), ...(properties && { properties }) }
  return accept([{ type: 'RoomCreated', roomId, name, ...more, at }], { roomId })
}

export function decideRenameRoom(state: RunningMeeting, { roomId, name, at }: CommandOf<'RenameRoom'>): Decision {
  const found = findBreakoutRoom(state, roomId)
  if (!found.ok) return found
  return accept(found.room.name === name ? [] : [{ type: 'RoomRenamed', roomId, name, at }])
}

export function decideRemoveRoom(state: RunningMeeting, { roomId, at }: CommandOf<'RemoveRoom'>): Decision {
  const found = findBreakoutRoom(state, roomId)
  if (!found.ok) return found
  return accept([...broughtBack(state, (id) => id === roomId, at), { type: 'RoomRemoved', roomId, at }])
}

export function decideOpenRoom(state: RunningMeeting, { roomId, at }: CommandOf<'OpenRoom'>): Decision {
  const found = findBreakoutRoom(state, roomId)
  if (!found.ok) return found
  return accept(found.room.open ? [] : [{ type: 'RoomOpened', roomId, at }])
}

/** Counts up with every room ever made, and past names that somebody gave by hand. */
function defaultName(state: RunningMeeting): string {
  const taken = new Set([...state.rooms.values()].map((room) => room.name))
  let number = state.roomsMade + 1
  while (taken.has(`Room ${number}`)) number += 1
  return `Room ${number}`
}
