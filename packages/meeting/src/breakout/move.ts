// SPDX-License-Identifier: Apache-2.0
// Moves between rooms, of oneself and of others (SPEC MV). Permission and policy were checked before; knows nothing of media or connections.
import { mainRoomId } from '@alcove/protocol'
import type { CommandOf } from '../commands.ts'
import { isModerating } from '../permissions/permissions.ts'
import { accept, type Decision, reject } from '../rejections.ts'
import { isActive } from '../seats.ts'
import type { RunningMeeting } from '../state.ts'
import { refusedAsFull, refusedEntry } from './entry.ts'

export function decideMove(state: RunningMeeting, command: CommandOf<'MoveParticipant'>): Decision {
  const { by, participantId, toRoomId, password, force = false, at } = command
  const seat = state.seats.get(participantId)
  if (!seat || !isActive(seat)) return reject('PARTICIPANT_UNKNOWN', { participantId })
  const room = state.rooms.get(toRoomId)
  if (!room && toRoomId !== mainRoomId) return reject('ROOM_UNKNOWN', { roomId: toRoomId })
  if (seat.roomId === toRoomId) return accept([])
  const moved = accept([{ type: 'ParticipantMoved', participantId, toRoomId, at }])
  if (!room || (force && isModerating(state, by))) return moved
  const refused = isModerating(state, by) ? refusedAsFull(state, seat, room) : refusedEntry(state, seat, room, password)
  return refused ?? moved
}
