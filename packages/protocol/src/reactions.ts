// SPDX-License-Identifier: Apache-2.0
// Reactions: signs of a moment to the people of one's room. Never stored, and gone when they were seen.
import * as z from 'zod/mini'

/** By what they mean; how they look is up to each client. */
export const reactionSchema = z.enum(['agree', 'thanks', 'bravo', 'laugh', 'wow', 'love'])
export type Reaction = z.infer<typeof reactionSchema>
/** In the order in which they are offered. */
export const reactions: readonly Reaction[] = reactionSchema.options

export const reactionSendSchema = z.strictObject({ type: z.literal('reaction.send'), reaction: reactionSchema })
