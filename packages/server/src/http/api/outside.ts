// SPDX-License-Identifier: Apache-2.0
// What those are told of a meeting who have not entered (SPEC BE). No API key is needed for it; where tokens are, one that would let its holder in.

import { outsideView } from '@alcove/meeting'
import { type OutsideView, parseMeetingName } from '@alcove/protocol'
import type { FastifyInstance } from 'fastify'
import type { ApiWorld } from './apiWorld.ts'
import { bearerOf } from './authenticate.ts'
import type { LimitChecks } from './limits.ts'

export function serveOutside(app: FastifyInstance, world: ApiWorld, checks: LimitChecks): void {
  app.get<{ Params: { meeting: string } }>(
    '/outside/:meeting',
    { config: { rateLimit: false }, onRequest: (request) => checks.byAddress(request) },
    ({ params, headers }) => look(params.meeting, bearerOf(headers.authorization), world),
  )
}

/** Whoever may not know is told the same as of a meeting that is not there. */
async function look(name: string, token: string | undefined, { auth, meetings }: ApiWorld): Promise<OutsideView> {
  const meetingId = parseMeetingName(name)
  if (meetingId === undefined) return {}
  const admission = await auth.admit(token, meetingId).catch(() => undefined)
  return admission?.status === 'granted' ? meetings.read(meetingId, outsideView) : {}
}
