// SPDX-License-Identifier: Apache-2.0
// Links that open the chat of a session without a login, for a day. What a link opens stands in it, signed: nothing has to be stored for it, and nobody can make one up.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { MeetingId } from '@alcove/protocol'
import { z } from 'zod'
import { type Commit, keptName } from '../meetings/ports.ts'
import type { Naming } from './addresses.ts'
import { type ChatFile, chatFileOf, type EndedSession } from './chatFile.ts'

export interface ChatLinks {
  /** The same for the same session. */
  linkTo(session: EndedSession): string
  /** @param ticket the last part of a link. @returns undefined when it opens nothing, or nothing any more. @throws Unavailable */
  read(ticket: string): Promise<ChatFile | undefined>
}

export interface ChatLinksOptions {
  /** Origin of the server, as others reach it. */
  readonly publicUrl: string
  readonly key: Uint8Array
  readonly naming: Naming
  readonly now: () => number
  readonly readLog: (name: MeetingId) => Promise<readonly Commit[]>
  /** Meetings of a name that ended and are kept. */
  readonly listEnded: (
    meetingId: MeetingId,
  ) => Promise<readonly { readonly endedId: string; readonly endedAt: number }[]>
}

export const linkLifeMs = 24 * 3_600_000
const ticketSchema = z.tuple([z.string(), z.number(), z.int(), z.number()])

export function createChatLinks({ publicUrl, key, naming, now, readLog, listEnded }: ChatLinksOptions): ChatLinks {
  const signatureOf = (words: string) => createHmac('sha256', key).update(`chat ${words}`).digest('base64url')

  function open(ticket: string): EndedSession | undefined {
    const words = ticket.slice(0, Math.max(0, ticket.indexOf('.')))
    const signature = ticket.slice(words.length + 1)
    // As text: of the last letter not every bit counts, and one link is one text.
    const [given, wanted] = [Buffer.from(signature), Buffer.from(signatureOf(words))]
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined
    const [meetingId, since, version, endedAt] = ticketSchema.parse(
      JSON.parse(Buffer.from(words, 'base64url').toString()),
    )
    // Only names of meetings were ever signed.
    return { meetingId: meetingId as MeetingId, since, version, endedAt }
  }

  /** Of the meetings of this name: the one that goes on, else the first that ended after the session. */
  async function logsWith({ meetingId, endedAt }: EndedSession): Promise<readonly MeetingId[]> {
    const later = (await listEnded(meetingId)).filter((ended) => ended.endedAt >= Math.floor(endedAt))
    const [first] = later.toSorted((a, b) => a.endedAt - b.endedAt)
    return first ? [meetingId, keptName(meetingId, first.endedId)] : [meetingId]
  }

  return {
    linkTo({ meetingId, since, version, endedAt }) {
      const words = Buffer.from(JSON.stringify([meetingId, since, version, endedAt])).toString('base64url')
      return `${publicUrl}/api/v1/chats/${words}.${signatureOf(words)}`
    },
    async read(ticket) {
      const session = open(ticket)
      if (!session || now() >= session.endedAt + linkLifeMs) return undefined
      for (const name of await logsWith(session)) {
        const file = chatFileOf(await readLog(name), session, naming, now())
        if (file) return file
      }
      return undefined
    },
  }
}
