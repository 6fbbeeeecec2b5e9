// SPDX-License-Identifier: Apache-2.0
// The report for whoever ended a meeting: opened by the key that their client made when it ended the meeting, as long as the meeting is kept. No API key
// is needed for it; the key is a header, because addresses are logged.
import { readKeptReport } from '@alcove/meeting'
import { type AttendanceReport, parseMeetingName } from '@alcove/protocol'
import type { FastifyInstance } from 'fastify'
import { hashSecret } from '../../auth/secrets.ts'
import type { ApiWorld } from './apiWorld.ts'
import { bearerOf } from './authenticate.ts'
import type { LimitChecks } from './limits.ts'
import { Refused } from './problem.ts'
import { currentReport } from './resources/report.ts'

export function serveReportByKey(app: FastifyInstance, world: ApiWorld, checks: LimitChecks): void {
  app.get<{ Params: { meeting: string } }>(
    '/ended-reports/:meeting',
    { config: { rateLimit: false }, onRequest: (request) => checks.byAddress(request) },
    async ({ params, headers }) => {
      const report = await find(params.meeting, bearerOf(headers.authorization), world)
      // Whoever guesses learns nothing, not even whether there was a meeting.
      if (!report) throw new Refused({ code: 'MEETING_UNKNOWN' })
      return report
    },
  )
}

async function find(name: string, key: string | undefined, world: ApiWorld): Promise<AttendanceReport | undefined> {
  const meetingId = parseMeetingName(name)
  if (meetingId === undefined || key === undefined) return undefined
  const hash = hashSecret(key)
  const isOfCurrent = await world.meetings.read(
    meetingId,
    (state) => state.status === 'running' && state.reportKeyHash === hash,
  )
  if (isOfCurrent) return currentReport(meetingId, world)
  const kept = await world.meetings.ended.findByReportKey(meetingId, hash)
  return kept && readKeptReport(kept)
}
