// SPDX-License-Identifier: Apache-2.0
// Knocking at a locked room and being let in (SPEC BR): by moderators from anywhere, by its hosts from inside.
import type { KnockView, ParticipantId, RoomId } from '@alcove/protocol'
import type { CommandOf } from '../commands.ts'
import type { EventOf, MeetingEvent } from '../events.ts'
import { assertNever, invariant } from '../invariant.ts'
import { mayModerate } from '../permissions/permissions.ts'
import { accept, type Decision, reject } from '../rejections.ts'
import { isActive } from '../seats.ts'
import type { RunningMeeting } from '../state.ts'
import { refusedAsTooOften } from '../tries/tries.ts'
import { isLockedTo, refusedAsFull } from './entry.ts'
import { findBreakoutRoom } from './findRoom.ts'
import { withRoom, withRooms } from './withRoom.ts'

/** One knocks at one door at a time; who would be let in anyway need not knock. */
export function decideKnock(state: RunningMeeting, { by, roomId, knocking, at }: CommandOf<'KnockAtRoom'>): Decision {
  const found = findBreakoutRoom(state, roomId)
  if (!found.ok) return found
  const { room } = found
  const seat = state.seats.get(by)
  invariant(seat, 'somebody without a seat was let through')
  const isKnocking = room.knocks.some(({ participantId }) => participantId === by)
  if (!knocking) return accept(isKnocking ? [{ type: 'KnockWithdrawn', participantId: by, roomId, at }] : [])
  if (!room.open) return reject('ROOM_CLOSED', { roomId })
  const isFree = !isLockedTo(room, seat) || mayModerate(seat.role) || seat.roomId === roomId
  if (isKnocking || isFree) return accept([])
  return refusedAsTooOften(state, by, 'knock', at) ?? accept([{ type: 'Knocked', participantId: by, roomId, at }])
}

/** Lets somebody who knocked in, or does not; when another has answered already, nothing changes. */
export function decideAdmitToRoom(state: RunningMeeting, command: CommandOf<'AdmitToRoom'>): Decision {
  const { by, roomId, participantId, admitted, at } = command
  const found = findBreakoutRoom(state, roomId)
  if (!found.ok) return found
  const seat = state.seats.get(participantId)
  if (!seat || !isActive(seat)) return reject('PARTICIPANT_UNKNOWN', { participantId })
  if (!found.room.knocks.some((knock) => knock.participantId === participantId)) return accept([])
  const answered: MeetingEvent = { type: 'KnockAnswered', participantId, roomId, admitted, by, at }
  if (!admitted) return accept([answered])
  const moved: MeetingEvent = { type: 'ParticipantMoved', participantId, toRoomId: roomId, at }
  return refusedAsFull(state, seat, found.room) ?? accept([answered, moved])
}

export function evolveKnock(
  state: RunningMeeting,
  event: EventOf<'Knocked' | 'KnockWithdrawn' | 'KnockAnswered'>,
): RunningMeeting {
  const { participantId, roomId, at } = event
  switch (event.type) {
    case 'Knocked':
      return withRoom(withoutKnocks(state, participantId), roomId, (room) => ({
        ...room,
        knocks: [...room.knocks, { participantId, since: at }],
      }))
    case 'KnockWithdrawn':
    case 'KnockAnswered':
      return withoutKnocks(state, participantId)
    default:
      return assertNever(event)
  }
}

/** Whoever goes anywhere waits at no door any more. */
export function withoutKnocks(state: RunningMeeting, id: ParticipantId): RunningMeeting {
  if (![...state.rooms.values()].some(({ knocks }) => knocks.length > 0)) return state
  return withRooms(state, (room) => {
    const knocks = room.knocks.filter(({ participantId }) => participantId !== id)
    return knocks.length === room.knocks.length ? room : { ...room, knocks }
  })
}

/** Whoever has come in, in whatever way, is not asked again by what guarded the room then. */
export function withAdmission(state: RunningMeeting, id: ParticipantId, roomId: RoomId): RunningMeeting {
  const room = state.rooms.get(roomId)
  if (!room) return state
  const pastLock = room.locked ? withPerson(room.pastLock, id) : room.pastLock
  const pastPassword = room.password.hash === undefined ? room.pastPassword : withPerson(room.pastPassword, id)
  if (pastLock === room.pastLock && pastPassword === room.pastPassword) return state
  return withRoom(state, roomId, (one) => ({ ...one, pastLock, pastPassword }))
}

function withPerson(people: readonly ParticipantId[], id: ParticipantId): readonly ParticipantId[] {
  return people.includes(id) ? people : [...people, id]
}

/** Of each room at which somebody knocks. */
export function knocksByRoom({ rooms }: RunningMeeting): Readonly<Record<RoomId, readonly KnockView[]>> {
  const byRoom: Record<RoomId, readonly KnockView[]> = {}
  for (const { id, knocks } of rooms.values()) if (knocks.length > 0) byRoom[id] = knocks.map((knock) => ({ ...knock }))
  return byRoom
}
