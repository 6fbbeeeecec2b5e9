// SPDX-License-Identifier: Apache-2.0
// Meetings over REST: which there are, how each stands, its policy, its end, and forgetting it.
import {
  type Command,
  meetingPart,
  type Presence,
  type RunningMeeting,
  retentionMs as retentionOf,
} from '@alcove/meeting'
import {
  beforeModeratorSchema,
  lateJoinSchema,
  type MeetingId,
  parseMeetingName,
  selfMoveSchema,
  subjectSchema,
  timerEndSchema,
  toldOutsideSchema,
} from '@alcove/protocol'
import { z } from 'zod'
import { hashSecret } from '../../../auth/secrets.ts'
import type { ApiWorld } from '../apiWorld.ts'
import type { Call } from '../call.ts'
import { carryOut, type From, fromOf, look } from '../carryOut.ts'
import { defineCommand } from '../defineCommand.ts'
import { linkTo, linkWith } from '../links.ts'
import { defineOperation, type Resource } from '../operation.ts'
import { cursorRefused, pageQuery, pageSchema, readCursor, writeCursor } from '../pages.ts'
import { meetingName, meetingPath } from '../paths.ts'
import { Refused } from '../problem.ts'
import { time } from '../times.ts'

const maxPeople = z.int().min(1).max(10_000)
/** From a minute to ten years. */
const retention = z.int().min(60_000).max(315_576_000_000)
/** As it is told: a server may keep nothing. */
const kept = z.int().min(0)

const meetingSchema = z
  .strictObject({
    meeting: z.string(),
    url: z.string().describe('Where people enter.'),
    subject: z.string().optional().describe('What it is about; absent: nothing was said.'),
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
    door: z
      .strictObject({
        lobby: z.boolean().describe('People wait until they are let in.'),
        password: z.boolean().describe('One is asked of those who come by the plain link.'),
        moderatorKey: z.boolean().describe('There is a moderator link: nobody is moderator by coming first.'),
        beforeModerator: beforeModeratorSchema,
        toldOutside: toldOutsideSchema,
      })
      .describe('How people come in.'),
    expected: z.int().describe('How many have a seat prepared and have not come yet.'),
    waiting: z.int().describe('How many wait in the lobby.'),
    timer: z.strictObject({ endsAt: time, atEnd: timerEndSchema }).optional(),
    breakoutRooms: z.boolean().describe('Whether breakout rooms may be used.'),
    mayLookIn: z.boolean().describe('Whether moderators may look into rooms without entering.'),
    podium: z
      .array(z.strictObject({ participantId: z.string(), rooms: z.union([z.literal('all'), z.array(z.string())]) }))
      .describe('Who speaks to rooms from elsewhere, and to which.'),
    retentionMs: kept.describe('How long the meeting is kept after the last person left.'),
    longestRetentionMs: kept
      .optional()
      .describe('How long it could be kept; absent unless moderators, or a program in their place, made it less.'),
  })
  .meta({ id: 'Meeting' })

const listedMeetingSchema = z.strictObject({ meeting: z.string(), url: z.string() }).meta({ id: 'ListedMeeting' })

const policyShape = {
  subject: z.nullable(subjectSchema).describe('What the meeting is about, shown to everybody; null: nothing.'),
  selfMove: selfMoveSchema,
  lateJoin: lateJoinSchema,
  mustAskAudio: z.boolean(),
  mustAskVideo: z.boolean(),
  maxPeople: maxPeople.nullable().describe('null: no limit.'),
  breakoutRooms: z.boolean().describe('false brings everybody back and lets nobody use rooms.'),
  mayLookIn: z.boolean().describe('Whether moderators may look into rooms without entering.'),
  retentionMs: retention.describe(
    'How long the meeting, with its report, is kept after the last person left or it was ended.',
  ),
  shorterRetentionMs: retention
    .nullable()
    .describe(
      'Keeps the meeting for less time than that, as its moderators may, and they may take it back; null: no more. Of two times the shorter one counts, and a new `retentionMs` ends it.',
    ),
  lobby: z.boolean().describe('Whether people wait until they are let in.'),
  beforeModerator: beforeModeratorSchema,
  toldOutside: toldOutsideSchema,
  password: z.string().min(1).max(128).nullable().describe('null: none is asked.'),
}

const policySchema = z
  .strictObject(policyShape)
  .partial()
  .refine((policy) => Object.keys(policy).length > 0, 'Say at least one thing to change.')
  .meta({
    id: 'Policy',
    description:
      '`selfMove`: where people who are not moderators may take themselves. `lateJoin`: where newcomers go while rooms are under way. `beforeModerator`: what people do who come to a meeting with a moderator link before any moderator is there. `toldOutside`: what those are told who have not entered: `nothing`, how many people are in the meeting (`count`), or also the `names` of those in the main room; behind a lobby or a password never anything.',
  })

const newMeetingSchema = z
  .strictObject({ meeting: meetingName, ...z.strictObject(policyShape).partial().shape })
  .meta({ id: 'NewMeeting' })

const preparedMeetingSchema = z
  .strictObject({
    meeting: z.string(),
    url: z.string().describe('Where people enter.'),
    moderatorUrl: z.string().describe('Whoever enters by this is moderator. Shown only now.'),
    moderatorKey: z.string(),
  })
  .meta({ id: 'PreparedMeeting' })

const createMeeting = defineOperation(
  {
    id: 'createMeeting',
    method: 'POST',
    path: '/meetings',
    summary: 'Prepare a meeting before anybody comes',
    description:
      'Its moderators are those who come by the moderator link, and nobody by coming first. It is kept longer than a meeting that people just open.',
    scope: 'meetings:write',
    body: newMeetingSchema,
    answer: { status: 201, meaning: 'The meeting is prepared.', schema: preparedMeetingSchema },
    refusals: ['MEETING_NAME_INVALID', 'MEETING_EXISTS', 'MEETING_QUARANTINED', 'TEXT_INVALID', 'ROOMS_OFF'],
  },
  async ({ body: { meeting, ...policy }, call, world }) => {
    const moderatorKey = call.secret(`moderator of ${meeting}`)
    await carryOut({ call, world }, meeting, (from) => ({
      type: 'PrepareMeeting',
      meetingId: meeting,
      settings: world.meetings.settings,
      moderatorKeyHash: hashSecret(moderatorKey),
      ...from,
    }))
    await changePolicyOf(meeting, policy, { call, world })
    return {
      body: {
        meeting,
        url: linkTo(call.origin, meeting),
        moderatorUrl: linkWith(call.origin, meeting, 'moderator', moderatorKey),
        moderatorKey,
      },
      location: `/meetings/${encodeURIComponent(meeting)}`,
    }
  },
)

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
    const after = cursor === undefined ? undefined : meetingOfCursor(cursor)
    // One more than wanted tells whether there is another page.
    const found = await world.meetings.list(after, limit + 1)
    const items = found.slice(0, limit).map((meeting) => ({ meeting, url: linkTo(call.origin, meeting) }))
    const last = items.at(-1)
    return { body: found.length > limit && last ? { items, next: writeCursor(last.meeting) } : { items } }
  },
)

/** @throws Refused */
function meetingOfCursor(cursor: string): MeetingId {
  const meeting = parseMeetingName(readCursor(cursor))
  if (meeting === undefined) throw cursorRefused()
  return meeting
}

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
    refusals: ['TEXT_INVALID', 'ROOMS_OFF'],
  },
  async ({ params: { meeting }, body, call, world }) => {
    await changePolicyOf(meeting, body, { call, world })
    return { body: await look({ world }, meeting, (state) => toMeeting(state, call.origin)) }
  },
)

type Policy = z.output<typeof policySchema>

/** One command for each thing that is named, in the order of this list. */
async function changePolicyOf(
  meeting: MeetingId,
  policy: Policy,
  { call, world }: { readonly call: Call; readonly world: ApiWorld },
): Promise<void> {
  const { selfMove, lateJoin, mustAskAudio, mustAskVideo, maxPeople: limit, lobby, beforeModerator, password } = policy
  const { toldOutside } = policy
  const { breakoutRooms, mayLookIn, retentionMs, shorterRetentionMs, subject } = policy
  const commands: ((from: From) => Command)[] = []
  if (selfMove !== undefined) commands.push((from) => ({ type: 'ChangePolicy', selfMove, ...from }))
  if (lateJoin !== undefined) commands.push((from) => ({ type: 'ChangeLateJoin', lateJoin, ...from }))
  if (mustAskAudio !== undefined)
    commands.push((from) => ({ type: 'SetMustAsk', kind: 'audio', mustAsk: mustAskAudio, ...from }))
  if (mustAskVideo !== undefined)
    commands.push((from) => ({ type: 'SetMustAsk', kind: 'video', mustAsk: mustAskVideo, ...from }))
  if (limit !== undefined) commands.push((from) => ({ type: 'LimitPeople', maxPeople: limit ?? undefined, ...from }))
  if (breakoutRooms !== undefined) commands.push((from) => ({ type: 'AllowRooms', allowed: breakoutRooms, ...from }))
  if (mayLookIn !== undefined) commands.push((from) => ({ type: 'ChangeGlancePolicy', allowed: mayLookIn, ...from }))
  if (subject !== undefined)
    commands.push((from) => ({ type: 'ChangeSubject', subject: subject ?? undefined, ...from }))
  if (retentionMs !== undefined) commands.push((from) => ({ type: 'ChangeRetention', retentionMs, ...from }))
  if (shorterRetentionMs !== undefined)
    commands.push((from) => ({ type: 'ShortenRetention', retentionMs: shorterRetentionMs ?? undefined, ...from }))
  if (lobby !== undefined) commands.push((from) => ({ type: 'ChangeLobby', lobby, ...from }))
  if (beforeModerator !== undefined)
    commands.push((from) => ({ type: 'ChangeBeforeModerator', beforeModerator, ...from }))
  if (toldOutside !== undefined) commands.push((from) => ({ type: 'ChangeToldOutside', toldOutside, ...from }))
  if (password !== undefined) {
    const passwordHash = password === null ? undefined : await world.passwords.hash(password)
    commands.push((from) => ({ type: 'ChangePassword', passwordHash, ...from }))
  }
  for (const [step, toCommand] of commands.entries()) await carryOut({ call, world }, meeting, toCommand, step + 1)
}

const endMeeting = defineCommand(
  {
    id: 'endMeeting',
    method: 'POST',
    path: '/meetings/{meeting}/end',
    summary: 'End a meeting for everybody',
    description:
      'It is kept, with its report, until its retention ends. Whoever comes by the name of one without a moderator link comes to a new meeting.',
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
  const {
    meetingId,
    selfMove,
    mustAsk,
    maxPeople: limit,
    lateJoin,
    countdown,
    timer,
    door,
    ...shared
  } = meetingPart(state)
  const count = (status: Presence['status']) =>
    [...state.seats.values()].filter(({ presence }) => presence.status === status).length
  return {
    meeting: meetingId,
    url: linkTo(origin, meetingId),
    selfMove,
    lateJoin,
    mustAsk,
    ...(limit === undefined ? {} : { maxPeople: limit }),
    rooms: state.rooms.size,
    present: count('present'),
    absent: count('absent'),
    waiting: count('waiting'),
    expected: count('expected'),
    door,
    ...(countdown && { countdown }),
    ...(timer && { timer }),
    breakoutRooms: shared.roomsOff === undefined,
    mayLookIn: shared.mayLookIn,
    ...(shared.subject === undefined ? {} : { subject: shared.subject }),
    podium: [...state.podium].map(([participantId, rooms]) => ({
      participantId,
      rooms: rooms === 'all' ? rooms : [...rooms],
    })),
    retentionMs: retentionOf(state),
    ...(shared.longestRetentionMs === undefined ? {} : { longestRetentionMs: shared.longestRetentionMs }),
  }
}

export const meetings: Resource = {
  name: 'meetings',
  meaning: 'Meetings, their policy and their end.',
  operations: [createMeeting, listMeetings, getMeeting, changePolicy, endMeeting, deleteMeeting],
}
