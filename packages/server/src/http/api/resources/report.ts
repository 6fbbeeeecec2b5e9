// SPDX-License-Identifier: Apache-2.0
// The attendance report over REST: who was where from when to when, as data or as a table.
import { type AttendanceReport, mainRoomId, operator, roleSchema, writeCsv } from '@alcove/protocol'
import { z } from 'zod'
import { look } from '../carryOut.ts'
import { defineOperation, type Resource } from '../operation.ts'
import { meetingPath } from '../paths.ts'
import { Refused } from '../problem.ts'
import { time } from '../times.ts'
import { roundSchema, toRound } from './rounds.ts'
import { announcementSchema, helpSchema, toHelp } from './speaking.ts'

const visitSchema = z.strictObject({
  roomId: z.string(),
  roomName: z.string().optional().describe('Absent for the main room.'),
  from: time,
  to: time.optional().describe('Absent while the person is there.'),
  spokenMs: z.number().describe('How long the person spoke during the visit, in milliseconds.'),
})

const reportSchema = z
  .strictObject({
    meetingId: z.string(),
    at: time,
    people: z.array(
      z.strictObject({
        participantId: z.string(),
        displayName: z.string(),
        role: roleSchema,
        visits: z.array(visitSchema),
      }),
    ),
    rounds: z.array(roundSchema).describe('Held, running and to come, in their order.'),
    announcements: z.array(announcementSchema),
    help: z.array(helpSchema).describe('Requests for help, in the order of asking.'),
  })
  .meta({ id: 'Report' })

const getReport = defineOperation(
  {
    id: 'getReport',
    method: 'GET',
    path: '/meetings/{meeting}/report',
    summary: 'Who was where, from when to when',
    description: 'As data, or as a table with one line for each stay when the Accept header asks for text/csv.',
    scope: 'report:read',
    params: meetingPath,
    answer: { status: 200, meaning: 'The report.', schema: reportSchema, csv: 'too' },
  },
  async ({ params: { meeting }, world }) => {
    const read = await world.meetings.report(meeting, operator)
    if (!read.ok) throw new Refused(read.error)
    const held = await look({ world }, meeting, ({ rounds, announcements, help }) => ({
      rounds: rounds.list.map(toRound),
      announcements: announcements.kept,
      help: help.requests.map(toHelp),
    }))
    const report = { ...read.report, ...held }
    return { body: report, csv: writeCsv(columns, rowsOf(report)) }
  },
)

const columns = ['name', 'role', 'room', 'from', 'to', 'minutes', 'round', 'minutes spoken']

type HeldRound = z.input<typeof roundSchema>
type Report = AttendanceReport & { readonly rounds: readonly HeldRound[] }

function rowsOf({ people, rounds: list, at }: Report): string[][] {
  return people.flatMap(({ displayName, role, visits }) =>
    visits.map(({ roomId, roomName, from, to, spokenMs }) => [
      displayName,
      role,
      roomName ?? 'Main room',
      timeOf(from),
      to === undefined ? '' : timeOf(to),
      (((to ?? at) - from) / 60_000).toFixed(1),
      roomId === mainRoomId ? '' : roundsDuring(list, from, to ?? at),
      (spokenMs / 60_000).toFixed(1),
    ]),
  )
}
/** Whoever stays in a room from one round to the next is there for both. */
function roundsDuring(list: readonly HeldRound[], from: number, to: number): string {
  return list
    .filter(({ startedAt, endedAt }) => startedAt !== undefined && startedAt < to && (endedAt ?? to) > from)
    .map(({ name }) => name)
    .join('; ')
}

/** By universal time, in the form that spreadsheets take for a time. */
function timeOf(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ')
}

export const report: Resource = {
  name: 'report',
  meaning: 'What remains of a meeting.',
  operations: [getReport],
}
