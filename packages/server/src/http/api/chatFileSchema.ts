// SPDX-License-Identifier: Apache-2.0
// The chat of a session as it is answered.
import { z } from 'zod'

export const chatFileSchema = z
  .object({
    roomAddress: z.string().describe('JID of the meeting.'),
    meetingFqn: z.string().describe('As the `fqn` of webhooks.'),
    sessionId: z.string().describe('As in webhooks.'),
    timestamp: z.number().describe('When the session ended.'),
    messageType: z.literal('CHAT'),
    messages: z
      .array(
        z.object({
          jid: z.string().describe('As the `participantFullJid` of webhooks.'),
          content: z.string(),
          timestamp: z.number(),
          name: z.string().describe('As the writer was called then.'),
          isBreakout: z.boolean().optional(),
          breakoutRoomId: z.string().optional(),
        }),
      )
      .describe('What was written to rooms and to everybody, in the order of writing.'),
  })
  .meta({ id: 'ChatFile' })

type Answered = z.infer<typeof chatFileSchema>
export type ChatFile = Omit<Answered, 'messages'> & { readonly messages: Readonly<Answered['messages']> }
