// SPDX-License-Identifier: Apache-2.0
// The words of moderation that every side shares: what a moderator can stop, for whom, and what a person may not send now.
import * as z from 'zod/mini'
import { type Actor, commandIdSchema, participantIdSchema, roomIdSchema } from './ids.ts'
import type { Kind, Source } from './vocabulary.ts'

/** What a moderator can stop. With a screen its sound stops too. */
export const stoppableSchema = z.enum(['microphone', 'camera', 'screen'])
export type Stoppable = z.infer<typeof stoppableSchema>

/** What a moderator can ask somebody to start. */
export const invitableSchema = z.enum(['microphone', 'camera'])
export type Invitable = z.infer<typeof invitableSchema>

/** One person, or the people of a room, or everybody; moderators are meant only when named as a person. */
export const whomSchema = z.union([
  z.strictObject({ participantId: participantIdSchema }),
  z.strictObject({ roomId: roomIdSchema }),
  z.literal('everybody'),
])
export type Whom = z.infer<typeof whomSchema>

export const kindSchema = z.enum(['audio', 'video'])
/** 256 random bits as 64 hex digits. */
const reportKeySchema = z.string().check(z.regex(/^[0-9a-f]{64}$/))

const id = commandIdSchema

export const moderationSchemas = {
  'moderation.stop': z.strictObject({
    type: z.literal('moderation.stop'),
    id,
    source: stoppableSchema,
    whom: whomSchema,
  }),
  'moderation.start': z.strictObject({ type: z.literal('moderation.start'), id, source: stoppableSchema }),
  'moderation.invite': z.strictObject({
    type: z.literal('moderation.invite'),
    id,
    participantId: participantIdSchema,
    source: invitableSchema,
  }),
  'moderation.decline': z.strictObject({ type: z.literal('moderation.decline'), id, source: invitableSchema }),
  'moderation.mustAsk': z.strictObject({
    type: z.literal('moderation.mustAsk'),
    id,
    kind: kindSchema,
    mustAsk: z.boolean(),
  }),
  'moderation.ask': z.strictObject({ type: z.literal('moderation.ask'), id, kind: kindSchema, asking: z.boolean() }),
  'moderation.allow': z.strictObject({
    type: z.literal('moderation.allow'),
    id,
    kind: kindSchema,
    whom: whomSchema,
    allowed: z.boolean(),
  }),
  'participant.remove': z.strictObject({
    type: z.literal('participant.remove'),
    id,
    participantId: participantIdSchema,
    bar: z.boolean(),
  }),
  'meeting.limit': z.strictObject({
    type: z.literal('meeting.limit'),
    id,
    /** Left out: no limit. */
    maxPeople: z.optional(z.int().check(z.gte(1), z.lte(10_000))),
  }),
  /** How long the meeting is kept after the last person has gone, in ms, where that is less than the server says; left out: as the server says. */
  'meeting.keep': z.strictObject({
    type: z.literal('meeting.keep'),
    id,
    retentionMs: z.optional(z.int().check(z.gte(60_000), z.lte(315_576_000_000))),
  }),
  /** `reportKey`: opens the report afterwards, for whoever ends the meeting. */
  'meeting.end': z.strictObject({ type: z.literal('meeting.end'), id, reportKey: z.optional(reportKeySchema) }),
} as const

/** What one may not send now and why; part of one's own view. */
export type OwnMediaView = {
  /** What a moderator stopped, with who did; `moderation.start` takes it up again. */
  readonly stopped: Readonly<Partial<Record<Stoppable, Actor>>>
  /** One has to ask before one sends this. */
  readonly mustAsk: { readonly audio: boolean; readonly video: boolean }
  /** One has asked, and no moderator has answered yet. */
  readonly asking: { readonly audio: boolean; readonly video: boolean }
  /** A moderator asks one to start this. */
  readonly invited: Readonly<Partial<Record<Invitable, Actor>>>
}

/** Who may send although people have to ask, and who asks: for moderators. People for whom neither holds are not listed. */
export type AskingView = {
  readonly allowed: readonly Kind[]
  readonly asking: readonly Kind[]
}

/** What stops a track of this source. */
export const stopOf: Readonly<Record<Source, Stoppable>> = {
  microphone: 'microphone',
  camera: 'camera',
  screen: 'screen',
  'screen-audio': 'screen',
}
