// SPDX-License-Identifier: Apache-2.0
// Reactions: signs of a moment to the people of one's room. Never stored, and gone when they were seen.
import * as z from 'zod/mini'

/** By what they mean, in the order in which they are offered; how they look is up to each client. A plain list, so that a page can have it without schemas. */
export const reactions = ['agree', 'thanks', 'bravo', 'laugh', 'wow', 'love'] as const
export type Reaction = (typeof reactions)[number]

export const reactionSendSchema = z.strictObject({ type: z.literal('reaction.send'), reaction: z.enum(reactions) })
