// SPDX-License-Identifier: Apache-2.0
// Changing what a room has, and the order of rooms (SPEC BR).
import type { RoomId } from '@alcove/protocol'
import type { CommandOf, RoomProperties } from '../commands.ts'
import type { EventOf, MeetingEvent } from '../events.ts'
import { invariant } from '../invariant.ts'
import { accept, type Decision } from '../rejections.ts'
import { isActive } from '../seats.ts'
import type { RunningMeeting } from '../state.ts'
import { findBreakoutRoom } from './findRoom.ts'
import type { Room } from './room.ts'
import { withRoom } from './withRoom.ts'

export function decideChangeRoom(state: RunningMeeting, command: CommandOf<'ChangeRoom'>): Decision {
  const { roomId, name, change, at } = command
  const found = findBreakoutRoom(state, roomId)
  if (!found.ok) return found
  const renamed: readonly MeetingEvent[] =
    name === undefined || name === found.room.name ? [] : [{ type: 'RoomRenamed', roomId, name, at }]
  const different = differing(found.room, change)
  const changed: readonly MeetingEvent[] =
    Object.keys(different).length === 0 ? [] : [{ type: 'RoomChanged', roomId, change: different, at }]
  return accept([...renamed, ...changed])
}

export function decidePlaceRoom(state: RunningMeeting, { roomId, before, at }: CommandOf<'PlaceRoom'>): Decision {
  for (const id of [roomId, ...(before === undefined ? [] : [before])]) {
    const found = findBreakoutRoom(state, id)
    if (!found.ok) return found
  }
  const ids = [...state.rooms.keys()]
  const others = ids.filter((id) => id !== roomId)
  const place = before === undefined ? others.length : before === roomId ? ids.indexOf(roomId) : others.indexOf(before)
  const roomIds = others.toSpliced(place, 0, roomId)
  return accept(roomIds.every((id, index) => id === ids[index]) ? [] : [{ type: 'RoomsOrdered', roomIds, at }])
}

export function evolveRoomsOrdered(state: RunningMeeting, { roomIds }: EventOf<'RoomsOrdered'>): RunningMeeting {
  const rooms = new Map<RoomId, Room>()
  for (const [index, id] of roomIds.entries()) {
    const room = state.rooms.get(id)
    invariant(room, `room ${id} was given a place and does not exist`)
    rooms.set(id, { ...room, order: index + 1 })
  }
  invariant(rooms.size === state.rooms.size, 'a room was lost when rooms were put in order')
  return { ...state, rooms }
}

/** Whoever is inside when a room is locked, or gets a password, is not asked by it on the way back; everybody else is. Each forgets for itself. */
export function evolveRoomProperties(
  state: RunningMeeting,
  { roomId, change }: EventOf<'RoomChanged'>,
): RunningMeeting {
  return withRoom(state, roomId, (room) => {
    const changed = withProperties(room, change)
    const hasPassword = changed.password.hash !== undefined
    const isNewPassword = changed.password.version !== room.password.version
    const inside = [...state.seats.values()]
      .filter((seat) => seat.roomId === roomId && isActive(seat))
      .map(({ id }) => id)
    return {
      ...changed,
      pastLock: !changed.locked ? [] : room.locked ? room.pastLock : inside,
      pastPassword: !hasPassword ? [] : isNewPassword ? inside : room.pastPassword,
      knocks: changed.locked ? room.knocks : [],
    }
  })
}

/** A room with these properties; null takes one away, what is left out stays. */
export function withProperties(room: Room, change: RoomProperties): Room {
  const { capacity: oldCapacity, task: oldTask, ...rest } = room
  const capacity = change.capacity === undefined ? oldCapacity : (change.capacity ?? undefined)
  const task = change.task === undefined ? oldTask : (change.task ?? undefined)
  return {
    ...rest,
    ...(capacity !== undefined && { capacity }),
    ...(task !== undefined && { task }),
    locked: change.locked ?? room.locked,
    password: withPassword(room, change.passwordHash),
  }
}

function withPassword({ password }: Room, hash: string | null | undefined): Room['password'] {
  if (hash === undefined) return password
  return { version: password.version + 1, ...(hash !== null && { hash }) }
}

/** A password hashes otherwise each time, so one that is set again counts as a new one. */
function differing(room: Room, { capacity, task, locked, passwordHash }: RoomProperties): RoomProperties {
  return {
    ...(capacity !== undefined && (capacity ?? undefined) !== room.capacity && { capacity }),
    ...(task !== undefined && (task ?? undefined) !== room.task && { task }),
    ...(locked !== undefined && locked !== room.locked && { locked }),
    ...(passwordHash !== undefined && (passwordHash ?? undefined) !== room.password.hash && { passwordHash }),
  }
}
