// SPDX-License-Identifier: Apache-2.0
// The attendance report over REST: who was where from when to when, as data or as a table.
import { type KeptMeeting, type RunningMeeting, readKeptReport } from '@alcove/meeting'
import {
  type AttendanceReport,
  type MeetingId,
  mainRoomId,
  operator,
  participantIdSchema,
  roleSchema,
  writeCsv,
} from '@alcove/protocol'
import { z } from 'zod'
import type { ApiWorld } from '../apiWorld.ts'
import { look } from '../carryOut.ts'
import { defineOperation, type Resource } from '../operation.ts'
import { pageQuery, pageSchema, toPage } from '../pages.ts'
import { endedPath, meetingPath } from '../paths.ts'
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

const endedMeetingSchema = z
  .strictObject({ endedId: z.string(), endedAt: time })
  .meta({ id: 'EndedMeeting', description: '`endedId` names it in addresses.' })

/** Later than any time that there is to tell. */
const latestTime = 8_640_000_000_000_000

const getReport = defineOperation(
  {
    id: 'getReport',
    method: 'GET',
    path: '/meetings/{meeting}/report',
    summary: 'Who was where, from when to when',
    description:
      'As data, or as a table with one line for each stay when the Accept header asks for text/csv. When nobody is in a meeting of this name and none is prepared: of the last one that was ended.',
    scope: 'report:read',
    params: meetingPath,
    answer: { status: 200, meaning: 'The report.', schema: reportSchema, csv: 'too' },
  },
  async ({ params: { meeting }, world }) => {
    const current = await currentReport(meeting, world)
    if (current) return answered(current)
    const [last] = await world.meetings.ended.list(meeting)
    const kept = last && (await world.meetings.ended.read(meeting, last.endedId))
    if (!kept) throw new Refused({ code: 'MEETING_UNKNOWN' })
    return answered(keptReport(kept))
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
    answer: { status: 200, meaning: 'The report, as it was at the end.', schema: reportSchema, csv: 'too' },
  },
  async ({ params: { meeting, ended }, world }) => {
    const kept = await world.meetings.ended.read(meeting, ended)
    if (!kept) throw new Refused({ code: 'MEETING_UNKNOWN' })
    return answered(keptReport(kept))
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
export async function currentReport(meeting: MeetingId, world: ApiWorld): Promise<Report | undefined> {
  const read = await world.meetings.report(meeting, operator)
  if (!read.ok) {
    if (read.error.code === 'MEETING_UNKNOWN') return undefined
    throw new Refused(read.error)
  }
  const held = await look({ world }, meeting, heldIn)
  return { ...read.report, ...held }
}

export function keptReport(kept: KeptMeeting): Report {
  return { ...readKeptReport(kept), ...heldIn(kept.last) }
}

function heldIn({ rounds, announcements, help }: RunningMeeting) {
  return {
    rounds: rounds.list.map(toRound),
    announcements: announcements.kept.map(({ roomIds, ...announcement }) => ({
      ...announcement,
      roomIds: [...roomIds],
    })),
    help: help.requests.map(toHelp),
  }
}

function answered(found: Report) {
  return { body: found, csv: writeCsv(columns, rowsOf(found)) }
}

const columns = ['name', 'role', 'room', 'from', 'to', 'minutes', 'round', 'minutes spoken']

type HeldRound = z.input<typeof roundSchema>
export type Report = AttendanceReport & {
  readonly rounds: readonly HeldRound[]
  readonly announcements: readonly z.input<typeof announcementSchema>[]
  readonly help: readonly z.input<typeof helpSchema>[]
}

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
  operations: [getReport, listEndedMeetings, getEndedReport, deleteEndedMeeting, forgetEndedPerson],
}
