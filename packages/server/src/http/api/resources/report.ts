// SPDX-License-Identifier: Apache-2.0
// The report of a meeting over REST, as data or as a table.
import { readKeptReport } from '@alcove/meeting'
import {
  type AttendanceReport,
  type MeetingId,
  operator,
  participantIdSchema,
  type ReportTable,
  type ReportWords,
  reportTables,
  roleSchema,
  writeReport,
} from '@alcove/protocol'
import { z } from 'zod'
import type { ApiWorld } from '../apiWorld.ts'
import { defineOperation, type Resource } from '../operation.ts'
import { pageQuery, pageSchema, toPage } from '../pages.ts'
import { endedPath, meetingPath } from '../paths.ts'
import { Refused } from '../problem.ts'
import { time } from '../times.ts'
import { roundSchema } from './rounds.ts'
import { announcementSchema, helpSchema } from './speaking.ts'

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
    rooms: z
      .array(z.strictObject({ roomId: z.string(), name: z.string() }))
      .describe('The breakout rooms that there are, in their order.'),
    rounds: z.array(roundSchema).describe('Held, running and to come, in their order.'),
    announcements: z.array(announcementSchema),
    help: z.array(helpSchema).describe('Requests for help, in the order of asking.'),
  })
  .meta({ id: 'Report' })

const endedMeetingSchema = z
  .strictObject({ endedId: z.string(), endedAt: time })
  .meta({ id: 'EndedMeeting', description: '`endedId` names it in addresses.' })

const tableQuery = z
  .strictObject({
    table: z
      .enum(reportTables)
      .describe(
        'Which table, where one is asked for: a line for each stay of each person (so when it is left out), for each person of each room of each round, for each request for help, or for each announcement.',
      ),
  })
  .partial()

/** Later than any time that there is to tell. */
const latestTime = 8_640_000_000_000_000

const getReport = defineOperation(
  {
    id: 'getReport',
    method: 'GET',
    path: '/meetings/{meeting}/report',
    summary: 'Who was where, from when to when',
    description:
      'As data, or as a table when the Accept header asks for text/csv. When nobody is in a meeting of this name and none is prepared: of the last one that was ended.',
    scope: 'report:read',
    params: meetingPath,
    query: tableQuery,
    answer: { status: 200, meaning: 'The report.', schema: reportSchema, csv: 'too' },
  },
  async ({ params: { meeting }, query: { table }, world }) => {
    const current = await currentReport(meeting, world)
    if (current) return answered(current, table)
    const [last] = await world.meetings.ended.list(meeting)
    const kept = last && (await world.meetings.ended.read(meeting, last.endedId))
    if (!kept) throw new Refused({ code: 'MEETING_UNKNOWN' })
    return answered(readKeptReport(kept), table)
  },
)

const listEndedMeetings = defineOperation(
  {
    id: 'listEndedMeetings',
    method: 'GET',
    path: '/meetings/{meeting}/ended',
    summary: 'Meetings of this name that were ended and are kept',
    scope: 'meetings:read',
    params: meetingPath,
    query: pageQuery,
    answer: { status: 200, meaning: 'The last one first.', schema: pageSchema(endedMeetingSchema) },
  },
  async ({ params: { meeting }, query, world }) => ({
    // Pages go by a number that grows: the older it is, the larger is the time since its end.
    body: toPage(await world.meetings.ended.list(meeting), query, ({ endedAt }) => latestTime - endedAt),
  }),
)

const getEndedReport = defineOperation(
  {
    id: 'getEndedReport',
    method: 'GET',
    path: '/meetings/{meeting}/ended/{ended}/report',
    summary: 'Who was where in a meeting that was ended',
    description: 'As data, or as a table when the Accept header asks for text/csv.',
    scope: 'report:read',
    params: endedPath,
    query: tableQuery,
    answer: { status: 200, meaning: 'The report, as it was at the end.', schema: reportSchema, csv: 'too' },
  },
  async ({ params: { meeting, ended }, query: { table }, world }) => {
    const kept = await world.meetings.ended.read(meeting, ended)
    if (!kept) throw new Refused({ code: 'MEETING_UNKNOWN' })
    return answered(readKeptReport(kept), table)
  },
)

const deleteEndedMeeting = defineOperation(
  {
    id: 'deleteEndedMeeting',
    method: 'DELETE',
    path: '/meetings/{meeting}/ended/{ended}',
    summary: 'Forget a meeting that was ended, before its time',
    scope: 'meetings:delete',
    params: endedPath,
    answer: { status: 204, meaning: 'Nothing of it is kept any more.' },
  },
  async ({ params: { meeting, ended }, world }) => {
    if (!(await world.meetings.ended.delete(meeting, ended))) throw new Refused({ code: 'MEETING_UNKNOWN' })
    return {}
  },
)

const forgetEndedPerson = defineOperation(
  {
    id: 'forgetEndedPerson',
    method: 'DELETE',
    path: '/meetings/{meeting}/ended/{ended}/people/{person}',
    summary: 'Forget a person in a meeting that was ended',
    description: 'Name, e-mail, attributes and what they wrote are blanked.',
    scope: 'people:delete',
    params: endedPath.extend({ person: participantIdSchema }),
    answer: { status: 204, meaning: 'Nothing names the person any more.' },
    refusals: ['PARTICIPANT_UNKNOWN'],
  },
  async ({ params: { meeting, ended, person: participantId }, world }) => {
    const isForgotten = await world.meetings.ended.forget(meeting, ended, participantId)
    if (!isForgotten) throw new Refused({ code: 'PARTICIPANT_UNKNOWN', details: { participantId } })
    return {}
  },
)

/** Of the meeting that is there, if one is. */
export async function currentReport(meeting: MeetingId, world: ApiWorld): Promise<AttendanceReport | undefined> {
  const read = await world.meetings.report(meeting, operator)
  if (read.ok) return read.report
  if (read.error.code === 'MEETING_UNKNOWN') return undefined
  throw new Refused(read.error)
}

function answered(found: AttendanceReport, table: ReportTable | undefined) {
  return { body: found, csv: writeReport(found, words, table) }
}

/** Programs go by these: they are no texts, and stay as they are. */
const words: ReportWords = {
  name: 'name',
  role: 'role',
  room: 'room',
  from: 'from',
  to: 'to',
  minutes: 'minutes',
  round: 'round',
  minutesSpoken: 'minutes spoken',
  rooms: 'rooms',
  text: 'text',
  time: 'time',
  asked: 'asked',
  takenBy: 'taken by',
  taken: 'taken',
  ended: 'ended',
  outcome: 'outcome',
  mainRoom: 'Main room',
  roomGone: '',
  operator: 'operator',
}

export const report: Resource = {
  name: 'report',
  meaning: 'What remains of a meeting.',
  operations: [getReport, listEndedMeetings, getEndedReport, deleteEndedMeeting, forgetEndedPerson],
}
