// SPDX-License-Identifier: Apache-2.0
// Taking the last seating back (SPEC AA): for each person only as far as nothing else was done with them since.
import { mainRoomId, type ParticipantId, type RoomId } from '@alcove/protocol'
import type { CommandOf } from '../commands.ts'
import { assignedRoomOf } from '../conduct/assign.ts'
import type { MeetingEvent } from '../events.ts'
import { accept, type Decision, reject } from '../rejections.ts'
import { isActive } from '../seats.ts'
import type { RunningMeeting } from '../state.ts'
import type { Reseated } from './plan.ts'

export function decideUndoAssignment(state: RunningMeeting, { at }: CommandOf<'UndoAssignment'>): Decision {
  if (state.seated.length === 0) return reject('UNDO_NONE')
  return accept([...state.seated.flatMap((one) => takenBack(state, one, at)), { type: 'SeatingUndone', at }])
}

function takenBack(state: RunningMeeting, reseated: Reseated, at: number): readonly MeetingEvent[] {
  const { participantId, roomId, assignedBefore, movedFrom } = reseated
  const seat = state.seats.get(participantId)
  // Whoever was assigned elsewhere since stays there: the last word counts.
  if (!seat || (assignedRoomOf(seat) ?? mainRoomId) !== roomId) return []
  const isMovedBack = movedFrom !== undefined && seat.roomId === roomId && isActive(seat) && exists(state, movedFrom)
  return [
    ...assignedAnew(state, participantId, roomId, assignedBefore, at),
    ...(isMovedBack ? [{ type: 'ParticipantMoved' as const, participantId, toRoomId: movedFrom, at }] : []),
  ]
}

function assignedAnew(
  state: RunningMeeting,
  participantId: ParticipantId,
  from: RoomId,
  to: RoomId | undefined,
  at: number,
): readonly MeetingEvent[] {
  if (from === (to ?? mainRoomId)) return []
  return to !== undefined && state.rooms.has(to)
    ? [{ type: 'ParticipantAssigned', participantId, roomId: to, at }]
    : [{ type: 'ParticipantUnassigned', participantId, at }]
}

function exists({ rooms }: RunningMeeting, roomId: RoomId): boolean {
  return roomId === mainRoomId || rooms.has(roomId)
}
