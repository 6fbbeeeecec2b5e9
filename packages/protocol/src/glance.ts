// SPDX-License-Identifier: Apache-2.0
// Looking into rooms without entering them: the requests by which moderators begin and end it, and the policy that allows it.
import * as z from 'zod/mini'
import { commandIdSchema, roomIdSchema } from './ids.ts'

/** How many rooms a moderator may look into at once. */
export const maxGlances = 16

const id = commandIdSchema

export const glanceSchemas = {
  'glance.start': z.strictObject({ type: z.literal('glance.start'), id, roomId: roomIdSchema }),
  'glance.stop': z.strictObject({ type: z.literal('glance.stop'), id, roomId: roomIdSchema }),
  'meeting.glance': z.strictObject({ type: z.literal('meeting.glance'), id, allowed: z.boolean() }),
} as const
