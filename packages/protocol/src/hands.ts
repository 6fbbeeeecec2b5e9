// SPDX-License-Identifier: Apache-2.0
// Raised hands: one's own, and what moderators do with those of others.
import * as z from 'zod/mini'
import { commandIdSchema, type ParticipantId } from './ids.ts'
import { whomSchema } from './moderation.ts'

export const handSchemas = {
  'hand.raise': z.strictObject({ type: z.literal('hand.raise'), id: commandIdSchema, raised: z.boolean() }),
  'hands.lower': z.strictObject({ type: z.literal('hands.lower'), id: commandIdSchema, whom: whomSchema }),
} as const

/** A hand that is up. Lists of them are in the order of raising. */
export type HandView = {
  readonly participantId: ParticipantId
  /** Milliseconds since 1970, by the server's clock. */
  readonly since: number
}
