// SPDX-License-Identifier: Apache-2.0
// Somebody or something that a step may be about: picked from what there is in the state that it meets, mostly so that the command hits.
import { mainRoomId, type ParticipantId, type RoomId } from '@alcove/protocol'
import { isOpen } from '../../help/requests.ts'
import type { RunningMeeting } from '../../state.ts'
import { breakoutId, personId } from '../people.ts'
import type { Step } from './step.ts'

/** One of 32 times nobody's. */
export function seatAt(state: RunningMeeting, position: number): ParticipantId {
  return (position === 31 ? undefined : [...state.seats.keys()][position % state.seats.size]) ?? personId(0)
}

/** One of 16 times a room that does not exist; the main room is one among the others. */
export function roomAt(state: RunningMeeting, position: number): RoomId {
  const rooms = [...state.rooms.keys(), mainRoomId]
  return (position === 15 ? undefined : rooms[position % rooms.length]) ?? breakoutId(0)
}

/** Mostly somebody who is here, two of three times a moderator: otherwise most commands would only be refused. */
export function asker(state: RunningMeeting, step: Step): ParticipantId {
  if (step.who > 28) return seatAt(state, step.who)
  const here = [...state.seats.values()].filter((seat) => seat.presence.status === 'present')
  if (step.kind === 'lobby-write' && isAnybodyWaiting(state)) return waitingAt(state, step.who)
  const inRooms = step.kind === 'ask-help' ? here.filter((seat) => seat.roomId !== mainRoomId) : []
  if (inRooms.length > 0) return inRooms[step.who % inRooms.length]?.id ?? personId(0)
  const moderators =
    step.kind === 'move-self' || step.who % 3 === 0 ? [] : here.filter((seat) => seat.role === 'moderator')
  const able = moderators.length > 0 ? moderators : here
  return able[step.who % Math.max(1, able.length)]?.id ?? seatAt(state, step.who)
}

export function isAnybodyWaiting({ seats }: RunningMeeting): boolean {
  return [...seats.values()].some((seat) => seat.presence.status === 'waiting')
}

/** Somebody in the lobby, where anybody is. */
export function waitingAt(state: RunningMeeting, position: number): ParticipantId {
  const waiting = [...state.seats.values()].filter((seat) => seat.presence.status === 'waiting')
  return waiting[position % Math.max(1, waiting.length)]?.id ?? seatAt(state, position)
}

export function lockedAt({ rooms }: RunningMeeting, position: number): RoomId | undefined {
  const locked = [...rooms.values()].filter((room) => room.locked && room.open)
  return locked[position % locked.length]?.id
}

/** Mostly one that is open. */
export function requestAt({ help: { requests } }: RunningMeeting, position: number): number {
  const open = requests.filter(isOpen)
  return (position === 31 ? undefined : open[position % open.length]?.id) ?? 1
}

/** Mostly one that is waiting, else one that never was. */
export function roundAt(state: RunningMeeting, position: number): number {
  const ids = state.rounds.list.map(({ id }) => id).reverse()
  return ids[position % Math.max(1, ids.length)] ?? 99
}

export function waitingRounds({ rounds }: RunningMeeting): number[] {
  return rounds.list.filter(({ run }) => run.status === 'waiting').map(({ id }) => id)
}
