// SPDX-License-Identifier: Apache-2.0
// Taking and leaving the podium: a moderator is heard and seen in rooms while staying where they are (SPEC PM). Who receives them follows from the
// state alone (media/mayReceive.ts).
import { mainRoomId, type ParticipantId, type PodiumRooms, type RoomId, type TakenOffView } from '@alcove/protocol'
import type { CommandOf } from '../commands.ts'
import type { EventOf, MeetingEvent } from '../events.ts'
import { invariant } from '../invariant.ts'
import { mayModerate } from '../permissions/permissions.ts'
import { accept, type Decision, reject } from '../rejections.ts'
import { isActive, isPresent } from '../seats.ts'
import type { MeetingState, RunningMeeting } from '../state.ts'
import { withEntry } from '../together.ts'
import { maxOnPodium } from './podiumState.ts'

export function decideTakePodium(state: RunningMeeting, { by, rooms, at }: CommandOf<'TakePodium'>): Decision {
  if (state.rooms.size === 0) return reject('ROOM_NONE')
  const unknown = rooms === 'all' ? undefined : rooms.find((roomId) => !isRoom(state, roomId))
  if (unknown !== undefined) return reject('ROOM_UNKNOWN', { roomId: unknown })
  const before = state.podium.get(by)
  if (before === undefined && state.podium.size >= maxOnPodium) return reject('PODIUM_FULL', { max: maxOnPodium })
  const wanted = inOrder(state, rooms)
  if (wanted.length === 0) return reject('ROOM_NONE')
  return accept(isSame(before, wanted) ? [] : [{ type: 'PodiumTaken', participantId: by, rooms: wanted, at }])
}

export function decideLeavePodium(state: RunningMeeting, { by, at }: CommandOf<'LeavePodium'>): Decision {
  return accept(state.podium.has(by) ? [{ type: 'PodiumLeft', participantId: by, at }] : [])
}

export function decideEndPodium(state: RunningMeeting, command: CommandOf<'EndPodium'>): Decision {
  const { participantId, by, at } = command
  const seat = state.seats.get(participantId)
  if (!seat || !isActive(seat)) return reject('PARTICIPANT_UNKNOWN', { participantId })
  if (!state.podium.has(participantId)) return accept([])
  return accept([{ type: 'PodiumLeft', participantId, ...(by !== participantId && { by }), at }])
}

/** The events by which everybody leaves the podium. */
export function podiumCleared({ podium }: RunningMeeting, at: number): readonly MeetingEvent[] {
  return [...podium.keys()].map((participantId) => ({ type: 'PodiumLeft', participantId, at }))
}

export function evolvePodium(state: RunningMeeting, event: EventOf<'PodiumTaken' | 'PodiumLeft'>): RunningMeeting {
  const { participantId, at } = event
  const podium = new Map(state.podium)
  if (event.type === 'PodiumTaken') podium.set(participantId, event.rooms)
  else podium.delete(participantId)
  const by = event.type === 'PodiumLeft' ? event.by : undefined
  return { ...state, podium, seats: withTakenOff(state.seats, participantId, by === undefined ? by : { by, at }) }
}

/** Seats that say already what they should keep their identity. */
function withTakenOff(
  seats: RunningMeeting['seats'],
  participantId: ParticipantId,
  takenOffPodium: TakenOffView | undefined,
): RunningMeeting['seats'] {
  const seat = seats.get(participantId)
  invariant(seat, `no seat ${participantId}`)
  const { takenOffPodium: before, ...rest } = seat
  if (before === undefined && takenOffPodium === undefined) return seats
  return withEntry(seats, participantId, { ...rest, ...(takenOffPodium && { takenOffPodium }) })
}

/** After any event: nobody stays on the podium who is not here as a moderator, and no room that is gone is spoken to. */
export function settlePodium(state: MeetingState): MeetingState {
  if (state.status !== 'running' || state.podium.size === 0) return state
  const settled = [...state.podium].flatMap(([id, rooms]): readonly (readonly [typeof id, PodiumRooms])[] => {
    const seat = state.seats.get(id)
    if (!isPresent(seat) || !mayModerate(seat.role)) return []
    if (rooms === 'all') return [[id, rooms]]
    const left = rooms.every((roomId) => isRoom(state, roomId)) ? rooms : rooms.filter((room) => isRoom(state, room))
    return left.length === 0 ? [] : [[id, left]]
  })
  const isUntouched =
    settled.length === state.podium.size && settled.every(([id, rooms]) => state.podium.get(id) === rooms)
  return isUntouched ? state : { ...state, podium: new Map(settled) }
}

function isRoom(state: RunningMeeting, roomId: RoomId): boolean {
  return roomId === mainRoomId || state.rooms.has(roomId)
}

/** Each room once, in the order of the rooms. */
function inOrder(state: RunningMeeting, rooms: PodiumRooms): PodiumRooms {
  return rooms === 'all' ? rooms : [mainRoomId, ...state.rooms.keys()].filter((roomId) => rooms.includes(roomId))
}

function isSame(before: PodiumRooms | undefined, now: PodiumRooms): boolean {
  if (before === undefined || before === 'all' || now === 'all') return before === now
  return before.length === now.length && before.every((roomId, index) => roomId === now[index])
}
