// SPDX-License-Identifier: Apache-2.0
// Meetings over REST: which there are, how each stands, its policy, its end, and forgetting it.
import { type Command, meetingPart, type RunningMeeting } from '@alcove/meeting'
import {
  lateJoinSchema,
  type MeetingId,
  parseMeetingName,
  pathOfMeeting,
  selfMoveSchema,
  timerEndSchema,
} from '@alcove/protocol'
import { z } from 'zod'
import { carryOut, type From, fromOf, look } from '../carryOut.ts'
import { defineCommand } from '../defineCommand.ts'
import { defineOperation, type Resource } from '../operation.ts'
import { pageQuery, pageSchema, readCursor, writeCursor } from '../pages.ts'
import { meetingPath } from '../paths.ts'
import { Refused } from '../problem.ts'
import { time } from '../times.ts'

const maxPeople = z.int().min(1).max(10_000)

const meetingSchema = z
  .strictObject({
    meeting: z.string(),
    url: z.string().describe('Where people enter.'),
    selfMove: selfMoveSchema,
    lateJoin: lateJoinSchema,
    mustAsk: z.strictObject({ audio: z.boolean(), video: z.boolean() }),
    maxPeople: maxPeople.optional().describe('How many may be in at once; absent: no limit.'),
    rooms: z.int().describe('How many breakout rooms there are.'),
    present: z.int().describe('How many people are here.'),
    absent: z.int().describe('How many have lost their connection a moment ago.'),
    countdown: z
      .strictObject({
        action: z.enum(['open-all', 'bring-back', 'next-round']),
        dueAt: time,
        cause: z.enum(['moderator', 'timer']),
      })
      .optional(),
    timer: z.strictObject({ endsAt: time, atEnd: timerEndSchema }).optional(),
  })
  .meta({ id: 'Meeting' })

const listedMeetingSchema = z.strictObject({ meeting: z.string(), url: z.string() }).meta({ id: 'ListedMeeting' })

const policySchema = z
  .strictObject({
    selfMove: selfMoveSchema,
    lateJoin: lateJoinSchema,
    mustAskAudio: z.boolean(),
    mustAskVideo: z.boolean(),
    maxPeople: maxPeople.nullable().describe('null: no limit.'),
  })
  .partial()
  .refine((policy) => Object.keys(policy).length > 0, 'Say at least one thing to change.')
  .meta({ id: 'Policy' })

const listMeetings = defineOperation(
  {
    id: 'listMeetings',
    method: 'GET',
    path: '/meetings',
    summary: 'Which meetings are kept',
    scope: 'meetings:read',
    query: pageQuery,
    answer: { status: 200, meaning: 'In the order of their names.', schema: pageSchema(listedMeetingSchema) },
  },
  async ({ query: { limit, cursor }, call, world }) => {
    const after = cursor === undefined ? undefined : parseMeetingName(readCursor(cursor))
    // One more than wanted tells whether there is another page.
    const found = await world.meetings.list(after, limit + 1)
    const items = found.slice(0, limit).map((meeting) => ({ meeting, url: urlOf(call.origin, meeting) }))
    const last = items.at(-1)
    return { body: found.length > limit && last ? { items, next: writeCursor(last.meeting) } : { items } }
  },
)

const getMeeting = defineOperation(
  {
    id: 'getMeeting',
    method: 'GET',
    path: '/meetings/{meeting}',
    summary: 'How a meeting stands',
    scope: 'meetings:read',
    params: meetingPath,
    answer: { status: 200, meaning: 'The meeting.', schema: meetingSchema },
  },
  async ({ params: { meeting }, call, world }) => ({
    body: await look({ world }, meeting, (state) => toMeeting(state, call.origin)),
  }),
)

const changePolicy = defineOperation(
  {
    id: 'changePolicy',
    method: 'PATCH',
    path: '/meetings/{meeting}',
    summary: 'Change the policy of a meeting',
    description: 'What is not named stays as it is.',
    scope: 'meetings:write',
    params: meetingPath,
    body: policySchema,
    answer: { status: 200, meaning: 'The meeting as it is now.', schema: meetingSchema },
  },
  async ({ params: { meeting }, body, call, world }) => {
    for (const [step, toCommand] of policyCommands(body).entries())
      await carryOut({ call, world }, meeting, toCommand, step)
    return { body: await look({ world }, meeting, (state) => toMeeting(state, call.origin)) }
  },
)

function policyCommands(policy: z.output<typeof policySchema>): readonly ((from: From) => Command)[] {
  const { selfMove, lateJoin, mustAskAudio, mustAskVideo, maxPeople: limit } = policy
  const commands: ((from: From) => Command)[] = []
  if (selfMove !== undefined) commands.push((from) => ({ type: 'ChangePolicy', selfMove, ...from }))
  if (lateJoin !== undefined) commands.push((from) => ({ type: 'ChangeLateJoin', lateJoin, ...from }))
  if (mustAskAudio !== undefined)
    commands.push((from) => ({ type: 'SetMustAsk', kind: 'audio', mustAsk: mustAskAudio, ...from }))
  if (mustAskVideo !== undefined)
    commands.push((from) => ({ type: 'SetMustAsk', kind: 'video', mustAsk: mustAskVideo, ...from }))
  if (limit !== undefined) commands.push((from) => ({ type: 'LimitPeople', maxPeople: limit ?? undefined, ...from }))
  return commands
}

const endMeeting = defineCommand(
  {
    id: 'endMeeting',
    method: 'POST',
    path: '/meetings/{meeting}/end',
    summary: 'End a meeting for everybody',
    scope: 'meetings:write',
    params: meetingPath,
    done: 'It has ended.',
  },
  (_given, from) => ({ type: 'EndMeeting', ...from }),
)

const deleteMeeting = defineOperation(
  {
    id: 'deleteMeeting',
    method: 'DELETE',
    path: '/meetings/{meeting}',
    summary: 'Forget a meeting',
    description:
      'Ends it for everybody who is in it and deletes all that is kept of it. Also of a meeting that cannot be read any more.',
    scope: 'meetings:delete',
    params: meetingPath,
    answer: { status: 204, meaning: 'Nothing of it is kept any more.' },
  },
  async ({ params: { meeting }, call, world }) => {
    const deleted = await world.meetings.delete(meeting, { type: 'DeleteMeeting', ...fromOf({ call, world }) })
    if (!deleted.ok) throw new Refused(deleted.error)
    return {}
  },
)

function toMeeting(state: RunningMeeting, origin: string): z.input<typeof meetingSchema> {
  const { meetingId, selfMove, mustAsk, maxPeople: limit, lateJoin, countdown, timer } = meetingPart(state)
  const count = (status: 'present' | 'absent') =>
    [...state.seats.values()].filter(({ presence }) => presence.status === status).length
  return {
    meeting: meetingId,
    url: urlOf(origin, meetingId),
    selfMove,
    lateJoin,
    mustAsk,
    ...(limit === undefined ? {} : { maxPeople: limit }),
    rooms: state.rooms.size,
    present: count('present'),
    absent: count('absent'),
    ...(countdown && { countdown }),
    ...(timer && { timer }),
  }
}

function urlOf(origin: string, meeting: MeetingId): string {
  return `${origin}${pathOfMeeting(meeting)}`
}

export const meetings: Resource = {
  name: 'meetings',
  meaning: 'Meetings, their policy and their end.',
  operations: [listMeetings, getMeeting, changePolicy, endMeeting, deleteMeeting],
}
