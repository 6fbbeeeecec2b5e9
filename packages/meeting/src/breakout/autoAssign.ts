// SPDX-License-Identifier: Apache-2.0
// Seating people in rooms evenly and by seed (SPEC AA). Moderators stay where they are: they may go anywhere by themselves.
import { mainRoomId, type RoomId } from '@alcove/protocol'
import type { CommandOf } from '../commands.ts'
import type { MeetingEvent } from '../events.ts'
import { accept, type Decision, reject } from '../rejections.ts'
import { isActive } from '../seats.ts'
import type { RunningMeeting, Seat } from '../state.ts'
import { shuffle } from './shuffle.ts'

export function decideAutoAssign(state: RunningMeeting, { who, seed, at }: CommandOf<'AutoAssign'>): Decision {
  if (state.rooms.size === 0) return reject('ROOM_NONE')
  const everybody = [...state.seats.values()].filter((seat) => isActive(seat) && seat.role !== 'moderator')
  const chosen = everybody.filter((seat) => who === 'everybody' || seat.roomId === mainRoomId)
  const sizes = new Map<RoomId, number>([...state.rooms.keys()].map((roomId) => [roomId, 0]))
  if (who === 'main-room')
    for (const { roomId } of everybody) if (sizes.has(roomId)) sizes.set(roomId, (sizes.get(roomId) ?? 0) + 1)
  return accept(seated(shuffle(chosen, seed), sizes, at), { seed })
}

/** Seats one after the other in the smallest room; of equal ones, the one made first. */
function seated(seats: readonly Seat[], sizes: Map<RoomId, number>, at: number): readonly MeetingEvent[] {
  return seats.flatMap((seat): readonly MeetingEvent[] => {
    const [toRoomId, size] = smallest(sizes)
    sizes.set(toRoomId, size + 1)
    return seat.roomId === toRoomId ? [] : [{ type: 'ParticipantMoved', participantId: seat.id, toRoomId, at }]
  })
}

function smallest(sizes: ReadonlyMap<RoomId, number>): readonly [RoomId, number] {
  return [...sizes].reduce((best, room) => (room[1] < best[1] ? room : best))
}
