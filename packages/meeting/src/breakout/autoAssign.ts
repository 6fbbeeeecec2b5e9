// SPDX-License-Identifier: Apache-2.0
// Seating people in rooms evenly and by seed (SPEC AA). Moderators stay where they are: they may go anywhere by themselves.
import { mainRoomId, type RoomId } from '@alcove/protocol'
import type { CommandOf } from '../commands.ts'
import { assigned, assignedRoomOf } from '../conduct/assign.ts'
import { started } from '../conduct/openAll.ts'
import type { MeetingEvent } from '../events.ts'
import { accept, type Decision, reject } from '../rejections.ts'
import { isActive } from '../seats.ts'
import type { RunningMeeting, Seat } from '../state.ts'
import { shuffle } from './shuffle.ts'

export function decideAutoAssign(state: RunningMeeting, command: CommandOf<'AutoAssign'>): Decision {
  const { who, seed, hold = false, at } = command
  if (state.rooms.size === 0) return reject('ROOM_NONE')
  const everybody = [...state.seats.values()].filter((seat) => isActive(seat) && seat.role !== 'moderator')
  const chosen = everybody.filter((seat) => who === 'everybody' || seat.roomId === mainRoomId)
  const isChosen = new Set(chosen)
  const others = everybody.filter((seat) => !isChosen.has(seat))
  const sizes = new Map<RoomId, number>([...state.rooms.keys()].map((roomId) => [roomId, 0]))
  for (const seat of others) {
    const roomId = (hold ? assignedRoomOf(seat) : undefined) ?? seat.roomId
    if (sizes.has(roomId)) sizes.set(roomId, (sizes.get(roomId) ?? 0) + 1)
  }
  const places = placesLeft(state, sizes)
  if (chosen.length > places) return reject('ROOM_FULL', { people: chosen.length, places })
  const seats = seated(state, shuffle(chosen, seed), sizes)
  const assignments = seats.flatMap(({ seat, roomId }) => assigned(seat, roomId, at))
  if (hold) return accept(assignments, { seed })
  const open = [...state.rooms.values()].filter((room) => room.open)
  return accept([...started(open, at), ...assignments, ...moved(seats, at)], { seed })
}

interface Seating {
  readonly seat: Seat
  readonly roomId: RoomId
}

/** Seats one after the other in the smallest room that has a place left; of equal ones, the first in order. */
function seated(state: RunningMeeting, seats: readonly Seat[], sizes: Map<RoomId, number>): readonly Seating[] {
  return seats.map((seat) => {
    const [roomId, size] = smallest([...sizes].filter(([id, taken]) => taken < capacityOf(state, id)))
    sizes.set(roomId, size + 1)
    return { seat, roomId }
  })
}

function moved(seats: readonly Seating[], at: number): readonly MeetingEvent[] {
  return seats
    .filter(({ seat, roomId }) => seat.roomId !== roomId)
    .map(({ seat, roomId }) => ({ type: 'ParticipantMoved', participantId: seat.id, toRoomId: roomId, at }))
}

function capacityOf({ rooms }: RunningMeeting, roomId: RoomId): number {
  return rooms.get(roomId)?.capacity ?? Number.POSITIVE_INFINITY
}

function placesLeft(state: RunningMeeting, sizes: ReadonlyMap<RoomId, number>): number {
  return [...sizes].reduce((sum, [id, taken]) => sum + Math.max(0, capacityOf(state, id) - taken), 0)
}

function smallest(sizes: readonly (readonly [RoomId, number])[]): readonly [RoomId, number] {
  return sizes.reduce((best, room) => (room[1] < best[1] ? room : best))
}
