// SPDX-License-Identifier: Apache-2.0
// Messages that people write: to whom, what may be in a text, and how one travels. Who may read which is the core's rule, not the wire's.
import * as z from 'zod/mini'
import { type ParticipantId, participantIdSchema, type RoomId, roomIdSchema } from './ids.ts'
import { isVisible } from './names.ts'

/** Longest text, in UTF-16 units after trimming. */
export const maxChatTextLength = 2_000
/** Most messages in one answer of `chat.history`. */
export const maxChatPage = 200

// Line breaks and tabs are text; other control characters and halves of characters are not, nor is what turns letters around, with which a text can say
// something else than it seems to. Other marks of direction are pasted along with right-to-left text and end with their line.
const untypable = /(?![\n\t])\p{Cc}|[\p{Cs}\u202d\u202e]/u

/** What people type in more than one line: line ends become `\n`, blanks around it go, 1 to `maxLength` characters stay. */
export function textSchema(maxLength: number) {
  return z.string().check(
    z.maxLength(10_000),
    z.overwrite((text) => text.replace(/\r\n?/g, '\n')),
    z.trim(),
    z.minLength(1),
    z.maxLength(maxLength),
    z.refine((text) => isVisible(text) && !untypable.test(text)),
  )
}

/** The text of a message. */
export const chatTextSchema = textSchema(maxChatTextLength)

/** The room is named, so that a message meant for one room is never said in another one where a move has brought its writer meanwhile. */
export const chatTargetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('meeting') }),
  z.strictObject({ kind: z.literal('room'), roomId: roomIdSchema }),
  z.strictObject({ kind: z.literal('person'), participantId: participantIdSchema }),
])

/** Everybody in the meeting, the room where one is, or one person. */
export type ChatTarget =
  | { readonly kind: 'meeting' }
  | { readonly kind: 'room'; readonly roomId: RoomId }
  | { readonly kind: 'person'; readonly participantId: ParticipantId }

export interface ChatMessage {
  /** Counts up over all messages of the meeting; those that one may not read leave gaps. */
  readonly seq: number
  readonly from: ParticipantId
  /** Travels along because who wrote may be gone from the view. */
  readonly fromName: string
  readonly to: ChatTarget
  /** Name of the addressee of a private message. */
  readonly toName?: string
  readonly text: string
  /** Milliseconds since 1970, by the server's clock. */
  readonly at: number
}
