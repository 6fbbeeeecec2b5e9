// SPDX-License-Identifier: Apache-2.0
// Whether the meeting may use breakout rooms at all (SPEC RS): a switch of the server, fixed when the meeting is created, one of tokens, and one of
// the meeting. All must be on.
import { mainRoomId, type ParticipantId, type RoomsOff } from '@alcove/protocol'
import type { CommandOf, Grant } from '../commands.ts'
import { cancelled, closedAll } from '../conduct/countdown.ts'
import type { EventOf, MeetingEvent } from '../events.ts'
import type { ActorCommand } from '../permissions/permissions.ts'
import { accept, type Decision, type Rejected, reject } from '../rejections.ts'
import type { RunningMeeting } from '../state.ts'

/** Who switched them off; undefined: they may be used. The server's word is the stricter one. */
export function roomsOffBy(state: RunningMeeting): RoomsOff | undefined {
  if (state.settings.breakoutRooms === false) return 'server'
  if (state.roomsDenied) return 'token'
  return state.roomsAllowed ? undefined : 'meeting'
}

export function decideAllowRooms(state: RunningMeeting, { by, allowed, at }: CommandOf<'AllowRooms'>): Decision {
  if (allowed && isOffForGood(state)) return reject('ROOMS_OFF')
  if (state.roomsAllowed === allowed) return accept([])
  const changed = { type: 'RoomsAllowed', allowed, by, at } as const
  return accept(allowed ? [changed] : [...cancelled(state, at), ...closedAll(state, at), changed])
}

export function evolveRoomsAllowed(state: RunningMeeting, { allowed }: EventOf<'RoomsAllowed'>): RunningMeeting {
  return { ...state, roomsAllowed: allowed }
}

/** Nobody in the meeting can switch them on. */
function isOffForGood(state: RunningMeeting): boolean {
  const off = roomsOffBy(state)
  return off === 'server' || off === 'token'
}

/** What follows when somebody comes as a moderator by this grant. */
export function roomsDenied(
  state: RunningMeeting,
  participantId: ParticipantId,
  grant: Grant | undefined,
  at: number,
): readonly MeetingEvent[] {
  if (state.roomsDenied || !grant?.denied?.includes('breakout-rooms')) return []
  return [...cancelled(state, at), ...closedAll(state, at), { type: 'RoomsDenied', participantId, at }]
}

export function evolveRoomsDenied(state: RunningMeeting): RunningMeeting {
  return { ...state, roomsDenied: true }
}

/** What would take anybody into a room, or make one. */
export function refusedWithoutRooms(state: RunningMeeting, command: ActorCommand): Rejected | undefined {
  return usesRooms(command) && roomsOffBy(state) !== undefined ? reject('ROOMS_OFF') : undefined
}

export function usesRooms(command: ActorCommand): boolean {
  switch (command.type) {
    case 'CreateRoom':
    case 'OpenRoom':
    case 'OpenAllRooms':
    case 'AutoAssign':
    case 'UndoAssignment':
    case 'PlanRounds':
    case 'AddRound':
    case 'StartNextRound':
    case 'StartTimer':
    case 'KnockAtRoom':
    case 'AdmitToRoom':
    case 'TakePodium':
      return true
    case 'MoveParticipant':
      return command.toRoomId !== mainRoomId
    case 'AssignParticipant':
      return command.roomId !== undefined
    case 'SeatPeople':
      return command.groups.some(({ roomId }) => roomId !== mainRoomId)
    default:
      return false
  }
}
