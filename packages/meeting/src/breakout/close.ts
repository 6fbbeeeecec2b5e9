// SPDX-License-Identifier: Apache-2.0
// Closing rooms: their people come back to the main room, the rooms stay, closed to self-entry (SPEC BR).
import { mainRoomId, type RoomId } from '@alcove/protocol'
import type { CommandOf } from '../commands.ts'
import type { MeetingEvent } from '../events.ts'
import { accept, type Decision } from '../rejections.ts'
import type { RunningMeeting } from '../state.ts'
import { findBreakoutRoom } from './findRoom.ts'
import type { Room } from './room.ts'

export function decideCloseRoom(state: RunningMeeting, { roomId, at }: CommandOf<'CloseRoom'>): Decision {
  const found = findBreakoutRoom(state, roomId)
  if (!found.ok) return found
  return accept([...closed([found.room], at), ...broughtBack(state, (id) => id === roomId, at)])
}

/** Moves every seat of the rooms to the main room; also those of people who are gone, so that whoever resumes is where the others are. */
export function broughtBack(
  state: RunningMeeting,
  isFrom: (roomId: RoomId) => boolean,
  at: number,
): readonly MeetingEvent[] {
  const seats = [...state.seats.values()].filter((seat) => seat.roomId !== mainRoomId && isFrom(seat.roomId))
  return seats.map((seat) => ({ type: 'ParticipantMoved', participantId: seat.id, toRoomId: mainRoomId, at }))
}

/** The events by which those of the rooms that are open close. */
export function closed(rooms: readonly Room[], at: number): readonly MeetingEvent[] {
  return rooms.filter((room) => room.open).map((room) => ({ type: 'RoomClosed', roomId: room.id, at }))
}
