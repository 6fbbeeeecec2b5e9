// SPDX-License-Identifier: Apache-2.0
// The chat of a session that is over, for whoever has the link to it that a webhook told (docs/operate/webhooks.md). No API key is needed: the link is the key, and
// no log ever has it.
import type { FastifyInstance } from 'fastify'
import type { ApiWorld } from './apiWorld.ts'
import type { LimitChecks } from './limits.ts'
import { Refused } from './problem.ts'

/** In the document. */
export const chatFilePath = '/chats/{ticket}'

export function serveChatFile(app: FastifyInstance, { readChat }: ApiWorld, checks: LimitChecks): void {
  if (!readChat) return
  app.get<{ Params: { ticket: string } }>(
    chatFilePath.replace('{ticket}', ':ticket'),
    { config: { rateLimit: false }, onRequest: (request) => checks.byAddress(request) },
    async ({ params }) => {
      const file = await readChat(params.ticket)
      // Whoever guesses learns nothing, not even whether there was a meeting.
      if (!file) throw new Refused({ code: 'MEETING_UNKNOWN' })
      return file
    },
  )
}
