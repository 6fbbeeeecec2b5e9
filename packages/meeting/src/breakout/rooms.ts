// SPDX-License-Identifier: Apache-2.0
// Creating, removing and opening breakout rooms (SPEC BR). Knows placements; knows nothing of media.
import { mainRoomId, type RoomId, unnamedRoomName } from '@alcove/protocol'
import type { CommandOf } from '../commands.ts'
import type { EventOf } from '../events.ts'
import { invariant } from '../invariant.ts'
import { accept, type Decision, type Rejected, reject } from '../rejections.ts'
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

/** The events by which rooms are made that a plan needs; their names count up as if they were made one by one. */
export function roomsMade(
  state: RunningMeeting,
  roomIds: readonly RoomId[],
  at: number,
): { readonly ok: true; readonly events: readonly EventOf<'RoomCreated'>[] } | Rejected {
  if (state.rooms.size + roomIds.length > state.settings.maxRooms) return reject('ROOM_LIMIT_REACHED')
  const names = new Set([...state.rooms.values()].map((room) => room.name))
  const events = roomIds.map((roomId, made): EventOf<'RoomCreated'> => {
    invariant(!state.rooms.has(roomId), 'a new room was given an id that is taken')
    const name = freeName(names, state.roomsMade + made + 1)
    names.add(name)
    return { type: 'RoomCreated', roomId, name, at }
  })
  return { ok: true, events }
}

/** Counts up with every room ever made, and past names that somebody gave by hand. */
function defaultName(state: RunningMeeting): string {
  return freeName(new Set([...state.rooms.values()].map((room) => room.name)), state.roomsMade + 1)
}

function freeName(taken: ReadonlySet<string>, from: number): string {
  let number = from
  while (taken.has(unnamedRoomName(number))) number += 1
  return unnamedRoomName(number)
}
