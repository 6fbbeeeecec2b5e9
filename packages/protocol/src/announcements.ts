// SPDX-License-Identifier: Apache-2.0
// Announcements: what moderators write to rooms, shown there to everybody at once and again to those who come later.
import * as z from 'zod/mini'
import { chatTextSchema } from './chat.ts'
import { type Actor, commandIdSchema, roomIdSchema } from './ids.ts'

/** Every room with the main room, or the rooms that are named. */
export const announceToSchema = z.union([
  z.literal('all'),
  z.array(roomIdSchema).check(z.minLength(1), z.maxLength(500)),
])
export type AnnounceTo = z.infer<typeof announceToSchema>

export const announcementSchemas = {
  'announcement.send': z.strictObject({
    type: z.literal('announcement.send'),
    id: commandIdSchema,
    to: announceToSchema,
    text: chatTextSchema,
  }),
} as const

/** The last announcement made to a room; part of the room. */
export type AnnouncementView = {
  /** Counts up over all announcements of the meeting; the same in every room that it went to, so that whoever has put it away does not see it again. */
  readonly id: number
  readonly text: string
  readonly from: Actor
  /** Travels along because who wrote may be gone from the view; absent: the operator did. */
  readonly fromName?: string
  /** Milliseconds since 1970, by the server's clock. */
  readonly at: number
}
