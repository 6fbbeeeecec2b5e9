// SPDX-License-Identifier: Apache-2.0
// What a breakout room has besides its name: capacity, task, lock, password, hosts; and the ways through its door.
import * as z from 'zod/mini'
import { textSchema } from './chat.ts'
import { commandIdSchema, type ParticipantId, participantIdSchema, roomIdSchema } from './ids.ts'
import { nameSchema } from './names.ts'

/** Longest task of a room, in UTF-16 units after trimming. */
export const maxTaskLength = 2_000
/** Longest password of a room. */
export const maxRoomPasswordLength = 128

const id = commandIdSchema
export const roomCapacitySchema = z.int().check(z.gte(1), z.lte(1_000))
export const roomTaskSchema = textSchema(maxTaskLength)
const password = z.string().check(z.minLength(1), z.maxLength(maxRoomPasswordLength))

export const roomSchemas = {
  'room.create': z.strictObject({
    type: z.literal('room.create'),
    id,
    name: z.optional(nameSchema),
    /** False: closed from the beginning. */
    open: z.optional(z.boolean()),
    capacity: z.optional(roomCapacitySchema),
    task: z.optional(roomTaskSchema),
    locked: z.optional(z.boolean()),
    password: z.optional(password),
  }),
  /** What is left out stays; null takes it away. */
  'room.change': z.strictObject({
    type: z.literal('room.change'),
    id,
    roomId: roomIdSchema,
    name: z.optional(nameSchema),
    capacity: z.optional(z.nullable(roomCapacitySchema)),
    task: z.optional(z.nullable(roomTaskSchema)),
    locked: z.optional(z.boolean()),
    password: z.optional(z.nullable(password)),
  }),
  'room.place': z.strictObject({
    type: z.literal('room.place'),
    id,
    roomId: roomIdSchema,
    /** The room that comes after it; left out: it is the last one. */
    before: z.optional(roomIdSchema),
  }),
  'room.host': z.strictObject({
    type: z.literal('room.host'),
    id,
    roomId: roomIdSchema,
    participantId: participantIdSchema,
    isHost: z.boolean(),
  }),
  'room.knock': z.strictObject({ type: z.literal('room.knock'), id, roomId: roomIdSchema, knocking: z.boolean() }),
  'room.admit': z.strictObject({
    type: z.literal('room.admit'),
    id,
    roomId: roomIdSchema,
    participantId: participantIdSchema,
    admitted: z.boolean(),
  }),
  'participant.move': z.strictObject({
    type: z.literal('participant.move'),
    id,
    participantId: participantIdSchema,
    roomId: roomIdSchema,
    /** Of the room, for oneself. */
    password: z.optional(password),
    /** Moderators: also into a full room. */
    force: z.optional(z.boolean()),
  }),
} as const

/** Somebody before a locked door. */
export type KnockView = {
  readonly participantId: ParticipantId
  /** Milliseconds since 1970, by the server's clock. */
  readonly since: number
}
