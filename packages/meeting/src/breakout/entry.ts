// SPDX-License-Identifier: Apache-2.0
// Who may go into a room, and who may be sent (SPEC BR): closed, full, locked, password. Passwords were checked outside; here only the outcome counts.
import type { PasswordCheck } from '../commands.ts'
import { assignedRoomOf } from '../conduct/assign.ts'
import { mayModerate } from '../permissions/permissions.ts'
import { type Rejected, reject } from '../rejections.ts'
import { isActive } from '../seats.ts'
import type { RunningMeeting, Seat } from '../state.ts'
import type { Room } from './room.ts'

/** Why somebody cannot take themselves into a room; undefined: nothing is against it. */
export function refusedEntry(
  state: RunningMeeting,
  seat: Seat,
  room: Room,
  check: PasswordCheck | undefined,
): Rejected | undefined {
  const { id: roomId, open, password } = room
  if (!open) return reject('ROOM_CLOSED', { roomId })
  const full = refusedAsFull(state, seat, room)
  if (full) return full
  if (isLockedTo(room, seat)) return reject('ROOM_LOCKED', { roomId })
  if (!isAskedForPassword(room, seat)) return undefined
  if (!check) return reject('PASSWORD_REQUIRED', { roomId })
  return check.isRight && check.version === password.version ? undefined : reject('PASSWORD_WRONG', { roomId })
}

/** Moderators go in whatever the number, and take no place: they come to help. */
export function refusedAsFull(state: RunningMeeting, seat: Seat, room: Room): Rejected | undefined {
  if (room.capacity === undefined || mayModerate(seat.role) || peopleIn(state, room) < room.capacity) return undefined
  return reject('ROOM_FULL', { roomId: room.id, capacity: room.capacity })
}

/** How many people more the room takes; without a capacity any number. */
export function placesLeft(state: RunningMeeting, room: Room): number {
  return room.capacity === undefined ? Number.POSITIVE_INFINITY : room.capacity - peopleIn(state, room)
}

/** Whether somebody who may go there has to knock. */
export function isLockedTo(room: Room, seat: Seat): boolean {
  return room.locked && !room.pastLock.includes(seat.id) && !belongs(room, seat)
}

export function isAskedForPassword(room: Room, seat: Seat): boolean {
  return room.password.hash !== undefined && !room.pastPassword.includes(seat.id) && !belongs(room, seat)
}

function belongs({ id, hosts }: Room, seat: Seat): boolean {
  return assignedRoomOf(seat) === id || hosts.includes(seat.id)
}

function peopleIn({ seats }: RunningMeeting, { id }: Room): number {
  return [...seats.values()].filter((seat) => seat.roomId === id && isActive(seat) && !mayModerate(seat.role)).length
}
