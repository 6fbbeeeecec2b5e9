// SPDX-License-Identifier: Apache-2.0
// Speaking to rooms from wherever one is: which rooms, and the requests by which moderators begin and end it.
import * as z from 'zod/mini'
import { type Actor, commandIdSchema, participantIdSchema, roomIdSchema } from './ids.ts'

/** Every room there is, also those made later; or these (`main` may be among them). */
const podiumRoomsSchema = z.union([z.literal('all'), z.array(roomIdSchema).check(z.minLength(1), z.maxLength(1_000))])
export type PodiumRooms = 'all' | readonly z.infer<typeof roomIdSchema>[]

/** Who ended somebody's speaking to rooms, and when, in ms since 1970. */
export type TakenOffView = { readonly by: Actor; readonly at: number }

const id = commandIdSchema

export const podiumSchemas = {
  'podium.take': z.strictObject({ type: z.literal('podium.take'), id, rooms: podiumRoomsSchema }),
  'podium.leave': z.strictObject({ type: z.literal('podium.leave'), id }),
  /** Of somebody else. */
  'podium.end': z.strictObject({ type: z.literal('podium.end'), id, participantId: participantIdSchema }),
} as const
