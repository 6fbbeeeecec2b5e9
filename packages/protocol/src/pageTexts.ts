// SPDX-License-Identifier: Apache-2.0
// Texts between pages: what the page that embeds one person's meeting says to those of others. Shown to nobody, and never stored.
import * as z from 'zod/mini'
import { participantIdSchema } from './ids.ts'

/** In UTF-16 units. */
const maxPageTextLength = 4_000

/** Without `to`: to everybody else in one's room. */
export const pageTextSendSchema = z.strictObject({
  type: z.literal('pageText.send'),
  to: z.optional(participantIdSchema),
  text: z.string().check(z.minLength(1), z.maxLength(maxPageTextLength)),
})
