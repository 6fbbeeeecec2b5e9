// SPDX-License-Identifier: Apache-2.0
// Asking the moderators for help from inside a breakout room, and their queue.
import * as z from 'zod/mini'
import { textSchema } from './chat.ts'
import { commandIdSchema, type ParticipantId, type RoomId } from './ids.ts'

/** Longest text of a request for help, in UTF-16 units after trimming. */
export const maxHelpTextLength = 300

const id = commandIdSchema
const requestId = z.int().check(z.gte(1))

export const helpSchemas = {
  'help.ask': z.strictObject({ type: z.literal('help.ask'), id, text: z.optional(textSchema(maxHelpTextLength)) }),
  'help.withdraw': z.strictObject({ type: z.literal('help.withdraw'), id }),
  'help.take': z.strictObject({
    type: z.literal('help.take'),
    id,
    requestId,
    /** Goes into the room with it, in one step. */
    enter: z.boolean(),
  }),
  'help.answer': z.strictObject({ type: z.literal('help.answer'), id, requestId }),
  'help.return': z.strictObject({ type: z.literal('help.return'), id }),
} as const

/** An open request as moderators see it. */
export type HelpView = {
  readonly participantId: ParticipantId
  readonly roomId: RoomId
  /** Milliseconds since 1970, by the server's clock; waiting counts from it. */
  readonly askedAt: number
  readonly text?: string
  /** The moderator who takes care of it; absent: nobody yet. */
  readonly takenBy?: ParticipantId
}

/** One's own open request. */
export type OwnHelpView = {
  readonly requestId: number
  readonly askedAt: number
  readonly takenBy?: ParticipantId
}
