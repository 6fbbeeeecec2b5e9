// SPDX-License-Identifier: Apache-2.0
// Where people go who come while rooms are under way: newcomers by the meeting's rule, those who were gone to the room that they are assigned to
// (SPEC RU).
import type { ParticipantId, RoomId } from '@alcove/protocol'
import { isFull } from '../breakout/entry.ts'
import type { CommandOf } from '../commands.ts'
import type { MeetingEvent } from '../events.ts'
import { accept, type Decision } from '../rejections.ts'
import { takesNewcomers } from '../rounds/heldRounds.ts'
import { isActive } from '../seats.ts'
import type { RunningMeeting, Seat } from '../state.ts'

export function decideChangeLateJoin(state: RunningMeeting, { lateJoin, at }: CommandOf<'ChangeLateJoin'>): Decision {
  return accept(state.conduct.lateJoin === lateJoin ? [] : [{ type: 'LateJoinChanged', lateJoin, at }])
}

/** Takes a newcomer on to a room. They belong there from now on: the next time all rooms open they go there with the others. */
export function newcomerPlaced(
  state: RunningMeeting,
  participantId: ParticipantId,
  at: number,
): readonly MeetingEvent[] {
  const roomId = state.conduct.lateJoin === 'fewest' ? roomOfFewest(state) : undefined
  if (roomId === undefined) return []
  return [
    { type: 'ParticipantAssigned', participantId, roomId, at },
    { type: 'ParticipantMoved', participantId, toRoomId: roomId, at },
  ]
}

/** Takes somebody who was gone to their room, when it got under way or they were assigned to it meanwhile. Who was only absent stays. */
export function returnerPlaced(state: RunningMeeting, seat: Seat, at: number): readonly MeetingEvent[] {
  const { assignment, presence } = seat
  if (presence.status !== 'gone' || assignment.status === 'none' || !assignment.owed) return []
  if (assignment.roomId === seat.roomId || !state.rooms.get(assignment.roomId)?.underWay) return []
  return [{ type: 'ParticipantMoved', participantId: seat.id, toRoomId: assignment.roomId, at }]
}

/** The room under way with the fewest people who are here or expected back; of equal ones, the first in order; full ones are left out. */
function roomOfFewest(state: RunningMeeting): RoomId | undefined {
  const sizes = new Map(
    [...state.rooms.values()]
      .filter((room) => room.underWay && !isFull(state, room) && takesNewcomers(state, room.id))
      .map(({ id }) => [id, 0]),
  )
  for (const seat of state.seats.values()) {
    const size = sizes.get(seat.roomId)
    if (size !== undefined && isActive(seat)) sizes.set(seat.roomId, size + 1)
  }
  const [first, ...others] = sizes
  return first && others.reduce((best, room) => (room[1] < best[1] ? room : best), first)[0]
}
