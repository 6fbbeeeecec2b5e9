// SPDX-License-Identifier: Apache-2.0
// Steps of moderators and people about rooms, their doors, and who goes where.
import type { RoomProperties } from '../../commands.ts'
import { breakoutId } from '../people.ts'
import { lockedAt, roomAt } from './picks.ts'
import type { StepTable } from './step.ts'

export const roomSteps = {
  'move-self': [
    6,
    ({ frame, roomId }) => ({ ...frame, type: 'MoveParticipant', participantId: frame.by, toRoomId: roomId }),
  ],
  'move-other': [
    8,
    ({ frame, participantId, roomId }) => ({ ...frame, type: 'MoveParticipant', participantId, toRoomId: roomId }),
  ],
  create: [
    6,
    ({ frame, step, index }) => ({
      ...frame,
      type: 'CreateRoom',
      roomId: breakoutId(index),
      ...(step.where > 10 ? { name: `Room ${step.whom}` } : {}),
    }),
  ],
  rename: [
    2,
    ({ frame, step, roomId }) => ({ ...frame, type: 'ChangeRoom', roomId, name: `Room ${step.whom}`, change: {} }),
  ],
  remove: [3, ({ frame, roomId }) => ({ ...frame, type: 'RemoveRoom', roomId })],
  open: [2, ({ frame, roomId }) => ({ ...frame, type: 'OpenRoom', roomId })],
  close: [3, ({ frame, roomId }) => ({ ...frame, type: 'CloseRoom', roomId })],
  'change-room': [
    4,
    ({ frame, step, index, roomId }) => ({
      ...frame,
      type: 'ChangeRoom',
      roomId,
      change: propertiesAt(step.whom, index),
    }),
  ],
  'place-room': [
    2,
    ({ frame, state, step, roomId }) => ({
      ...frame,
      type: 'PlaceRoom',
      roomId,
      ...(step.whom % 2 === 0 ? {} : { before: roomAt(state, step.whom) }),
    }),
  ],
  host: [
    2,
    ({ frame, step, participantId, roomId }) => ({
      ...frame,
      type: 'NameHost',
      roomId,
      participantId,
      isHost: step.where % 4 !== 0,
    }),
  ],
  knock: [
    7,
    ({ frame, state, step, roomId }) => ({
      ...frame,
      type: 'KnockAtRoom',
      roomId: lockedAt(state, step.where) ?? roomId,
      knocking: step.whom % 8 !== 0,
    }),
  ],
  admit: [
    4,
    ({ frame, state, step, participantId, roomId }) => {
      const knock = [...state.rooms.values()].flatMap((room) =>
        room.knocks.map((one) => ({ roomId: room.id, participantId: one.participantId })),
      )[step.where % 2]
      return { ...frame, type: 'AdmitToRoom', roomId, participantId, ...knock, admitted: step.whom % 4 !== 0 }
    },
  ],
  'allow-rooms': [
    2,
    // Mostly on again: without rooms most commands would only be refused.
    ({ frame, step }) => ({ ...frame, type: 'AllowRooms', allowed: step.where > 2 }),
  ],
  policy: [
    2,
    ({ frame, step }) => ({
      ...frame,
      type: 'ChangePolicy',
      selfMove: step.where % 2 === 0 ? 'anywhere' : step.where % 3 === 0 ? 'nowhere' : 'main-only',
    }),
  ],
} as const satisfies StepTable

/** Locked most often, so that people knock. */
function propertiesAt(position: number, index: number): RoomProperties {
  if (position % 2 === 0) return { locked: true, capacity: 1 + (position % 3) }
  return position % 3 === 0
    ? { locked: false, capacity: null }
    : { passwordHash: position % 4 === 1 ? `${index}` : null }
}
