// SPDX-License-Identifier: Apache-2.0
// Hosts of a room (SPEC HO): people whom a moderator names, and who may do a little in that room while they are in it. What, says permissions.ts.
import type { ParticipantId } from '@alcove/protocol'
import type { CommandOf } from '../commands.ts'
import type { EventOf } from '../events.ts'
import { accept, type Decision, reject } from '../rejections.ts'
import type { RunningMeeting, Seat } from '../state.ts'
import { findBreakoutRoom } from './findRoom.ts'
import { withRoom, withRooms } from './withRoom.ts'

/** Also somebody who is gone or has not come yet: rooms are prepared before people are there. */
export function decideNameHost(state: RunningMeeting, command: CommandOf<'NameHost'>): Decision {
  const { roomId, participantId, isHost, by, at } = command
  const found = findBreakoutRoom(state, roomId)
  if (!found.ok) return found
  if (!state.seats.has(participantId)) return reject('PARTICIPANT_UNKNOWN', { participantId })
  if (found.room.hosts.includes(participantId) === isHost) return accept([])
  return accept([{ type: isHost ? 'HostNamed' : 'HostDismissed', roomId, participantId, by, at }])
}

export function evolveHost(
  state: RunningMeeting,
  { type, roomId, participantId }: EventOf<'HostNamed' | 'HostDismissed'>,
): RunningMeeting {
  return withRoom(state, roomId, (room) => {
    const others = room.hosts.filter((id) => id !== participantId)
    return { ...room, hosts: type === 'HostNamed' ? [...others, participantId] : others }
  })
}

/** Whose seat is gone is host of nothing. */
export function withoutHost(state: RunningMeeting, id: ParticipantId): RunningMeeting {
  return withRooms(state, (room) =>
    room.hosts.includes(id) ? { ...room, hosts: room.hosts.filter((host) => host !== id) } : room,
  )
}

/** Whether somebody is host of the room where they are. */
export function isHostHere({ rooms }: Pick<RunningMeeting, 'rooms'>, { id, roomId }: Seat): boolean {
  return rooms.get(roomId)?.hosts.includes(id) === true
}
