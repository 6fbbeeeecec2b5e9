// SPDX-License-Identifier: Apache-2.0
// Whether the meeting may use breakout rooms at all (SPEC RS): a switch of the server, fixed when the meeting is created, and one of the meeting.
// Both must be on.
import { mainRoomId } from '@alcove/protocol'
import type { CommandOf } from '../commands.ts'
import { cancelled, closedAll } from '../conduct/countdown.ts'
import type { EventOf } from '../events.ts'
import type { ActorCommand } from '../permissions/permissions.ts'
import { accept, type Decision, type Rejected, reject } from '../rejections.ts'
import type { RunningMeeting } from '../state.ts'

/** Who switched them off; undefined: they may be used. The server's word is the stricter one. */
export function roomsOffBy(state: RunningMeeting): 'server' | 'meeting' | undefined {
  if (state.settings.breakoutRooms === false) return 'server'
  return state.roomsAllowed ? undefined : 'meeting'
}

export function decideAllowRooms(state: RunningMeeting, { by, allowed, at }: CommandOf<'AllowRooms'>): Decision {
  if (allowed && roomsOffBy(state) === 'server') return reject('ROOMS_OFF')
  if (state.roomsAllowed === allowed) return accept([])
  const changed = { type: 'RoomsAllowed', allowed, by, at } as const
  return accept(allowed ? [changed] : [...cancelled(state, at), ...closedAll(state, at), changed])
}

export function evolveRoomsAllowed(state: RunningMeeting, { allowed }: EventOf<'RoomsAllowed'>): RunningMeeting {
  return { ...state, roomsAllowed: allowed }
}

/** What would take anybody into a room, or make one. */
export function refusedWithoutRooms(state: RunningMeeting, command: ActorCommand): Rejected | undefined {
  return usesRooms(command) && roomsOffBy(state) !== undefined ? reject('ROOMS_OFF') : undefined
}

function usesRooms(command: ActorCommand): boolean {
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
    default:
      return false
  }
}
