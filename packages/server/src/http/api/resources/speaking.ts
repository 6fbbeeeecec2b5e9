// SPDX-License-Identifier: Apache-2.0
// What is said to rooms and what rooms say back, over REST: announcements, requests for help, raised hands.
import { toReportedHelp } from '@alcove/meeting'
import { announceToSchema, chatTextSchema, whomSchema } from '@alcove/protocol'
import { z } from 'zod'
import { carryOut, look } from '../carryOut.ts'
import { defineCommand } from '../defineCommand.ts'
import { defineOperation, type Resource } from '../operation.ts'
import { pageQuery, pageSchema, toPage } from '../pages.ts'
import { meetingPath, personPath } from '../paths.ts'
import { time } from '../times.ts'

export const announcementSchema = z
  .strictObject({
    id: z.int(),
    from: z.string().describe('Id of the moderator who made it, or "operator".'),
    roomIds: z.array(z.string()),
    text: z.string(),
    at: time,
  })
  .meta({ id: 'Announcement' })

export const helpSchema = z
  .strictObject({
    id: z.int(),
    participantId: z.string(),
    roomId: z.string(),
    roomName: z.string(),
    text: z.string().optional(),
    askedAt: time,
    status: z.enum(['waiting', 'taken', 'over']),
    takenBy: z.string().optional().describe('The moderator who took it last.'),
    takenAt: time.optional(),
    endedAt: time.optional(),
    how: z
      .enum(['withdrawn', 'answered', 'left'])
      .optional()
      .describe('How it ended; `left`: who asked was in that room no more.'),
  })
  .meta({ id: 'HelpRequest' })

const announce = defineOperation(
  {
    id: 'announce',
    method: 'POST',
    path: '/meetings/{meeting}/announcements',
    summary: 'Announce a text to one, some or all rooms',
    description: 'It is kept for those who come later.',
    scope: 'meetings:write',
    params: meetingPath,
    body: z
      .strictObject({ to: announceToSchema, text: chatTextSchema })
      .meta({ id: 'NewAnnouncement', description: '`to`: "all", or a list of room ids, "main" among them.' }),
    answer: {
      status: 201,
      meaning: 'It is shown in these rooms.',
      schema: z.strictObject({ announcementId: z.int() }).meta({ id: 'AnnouncementMade' }),
    },
    refusals: ['ROOM_UNKNOWN', 'TOO_OFTEN', 'TEXT_INVALID'],
  },
  async ({ params: { meeting }, body: { to, text }, call, world }) => ({
    body: await carryOut<'announcement.send'>({ call, world }, meeting, (from) => ({
      type: 'Announce',
      to,
      text,
      ...from,
    })),
  }),
)

const listAnnouncements = defineOperation(
  {
    id: 'listAnnouncements',
    method: 'GET',
    path: '/meetings/{meeting}/announcements',
    summary: 'The announcements that are kept',
    scope: 'meetings:read',
    params: meetingPath,
    query: pageQuery,
    answer: { status: 200, meaning: 'Oldest first.', schema: pageSchema(announcementSchema) },
  },
  async ({ params: { meeting }, query, world }) => ({
    body: await look({ world }, meeting, (state) => toPage(state.announcements.kept, query, ({ id }) => id)),
  }),
)

const listHelp = defineOperation(
  {
    id: 'listHelp',
    method: 'GET',
    path: '/meetings/{meeting}/help',
    summary: 'Requests for help, open and past',
    scope: 'meetings:read',
    params: meetingPath,
    query: pageQuery,
    answer: { status: 200, meaning: 'In the order of asking.', schema: pageSchema(helpSchema) },
  },
  async ({ params: { meeting }, query, world }) => ({
    body: await look({ world }, meeting, (state) => {
      const page = toPage(state.help.requests, query, ({ id }) => id)
      return { ...page, items: page.items.map(toReportedHelp) }
    }),
  }),
)

const lowerHands = defineCommand(
  {
    id: 'lowerHands',
    method: 'POST',
    path: '/meetings/{meeting}/hands/lower',
    summary: 'Lower the hand of one person, of a room or of everybody',
    scope: 'meetings:write',
    params: meetingPath,
    body: z.strictObject({ whom: whomSchema }).meta({ id: 'HandsLowering' }),
    done: 'They are down.',
    refusals: ['PARTICIPANT_UNKNOWN', 'ROOM_UNKNOWN'],
  },
  ({ body: { whom } }, from) => ({ type: 'LowerHands', whom, ...from }),
)

const endPodium = defineCommand(
  {
    id: 'endPodium',
    method: 'DELETE',
    path: '/meetings/{meeting}/podium/{person}',
    summary: 'Take somebody off the podium, so that they are heard and seen in their own room only',
    scope: 'meetings:write',
    params: personPath,
    done: 'The person speaks to no other rooms.',
    refusals: ['PARTICIPANT_UNKNOWN'],
  },
  ({ params: { person: participantId } }, from) => ({ type: 'EndPodium', participantId, ...from }),
)

export const speaking: Resource = {
  name: 'speaking',
  meaning: 'What is said to the rooms, and what they ask for.',
  operations: [announce, listAnnouncements, listHelp, lowerHands, endPodium],
}
