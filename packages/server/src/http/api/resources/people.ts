// SPDX-License-Identifier: Apache-2.0
// People over REST: who is there, their role, moving and removing them.
import type { Seat } from '@alcove/meeting'
import { nameSchema, roleSchema, roomIdSchema } from '@alcove/protocol'
import { z } from 'zod'
import { look } from '../carryOut.ts'
import { defineCommand } from '../defineCommand.ts'
import { defineOperation, type Resource } from '../operation.ts'
import { pageQuery, pageSchema, toPage } from '../pages.ts'
import { meetingPath, personPath } from '../paths.ts'
import { Refused } from '../problem.ts'
import { time } from '../times.ts'

const presenceSchema = z
  .enum(['expected', 'waiting', 'present', 'absent', 'gone'])
  .describe('expected: has not come yet; waiting: in the lobby; absent: the connection was lost a moment ago.')

const personSchema = z
  .strictObject({
    participantId: z.string(),
    displayName: z.string(),
    role: roleSchema,
    presence: presenceSchema,
    since: time,
    userId: z.string().optional(),
    email: z.string().optional(),
    avatar: z.string().optional().describe('Address of a picture, from a token or a list of people.'),
    attributes: z.record(z.string(), z.string()).describe('What is known of the person, to group people by.'),
    talk: z
      .array(z.strictObject({ from: z.string(), text: z.string(), at: time }))
      .optional()
      .describe('What was written to and by somebody who waits in the lobby.'),
    hasCode: z.boolean().describe('A code opens the seat.'),
    roomId: z.string().describe('Where the person is, or was last: "main" or the id of a room.'),
    assignedRoomId: z.string().optional().describe('Where the person should be; absent: nowhere in particular.'),
  })
  .meta({ id: 'Person' })

const listPeople = defineOperation(
  {
    id: 'listPeople',
    method: 'GET',
    path: '/meetings/{meeting}/people',
    summary: 'Everybody who has a seat in the meeting',
    scope: 'people:read',
    params: meetingPath,
    query: pageQuery.extend({ presence: presenceSchema.optional() }),
    answer: { status: 200, meaning: 'In the order in which the seats were made.', schema: pageSchema(personSchema) },
  },
  async ({ params: { meeting }, query, world }) => ({
    body: await look({ world }, meeting, (state) => {
      const seats = [...state.seats.values()].filter(
        ({ presence: { status } }) => (query.presence ?? status) === status,
      )
      const page = toPage(seats, query, (seat) => seat.order)
      return { ...page, items: page.items.map(toPerson) }
    }),
  }),
)

const getPerson = defineOperation(
  {
    id: 'getPerson',
    method: 'GET',
    path: '/meetings/{meeting}/people/{person}',
    summary: 'One person',
    scope: 'people:read',
    params: personPath,
    answer: { status: 200, meaning: 'The person.', schema: personSchema },
    refusals: ['PARTICIPANT_UNKNOWN'],
  },
  async ({ params: { meeting, person: participantId }, world }) => ({
    body: await look({ world }, meeting, (state) => {
      const seat = state.seats.get(participantId)
      if (!seat) throw new Refused({ code: 'PARTICIPANT_UNKNOWN', details: { participantId } })
      return toPerson(seat)
    }),
  }),
)

const changeRole = defineCommand(
  {
    id: 'changeRole',
    method: 'PUT',
    path: '/meetings/{meeting}/people/{person}/role',
    summary: 'Make somebody moderator, or participant',
    scope: 'meetings:write',
    params: personPath,
    body: z.strictObject({ role: roleSchema }).meta({ id: 'RoleChange' }),
    done: 'The person has this role.',
    refusals: ['PARTICIPANT_UNKNOWN', 'LAST_MODERATOR'],
  },
  ({ params: { person: participantId }, body: { role } }, from) => ({
    type: 'ChangeRole',
    participantId,
    role,
    ...from,
  }),
)

const renamePerson = defineCommand(
  {
    id: 'renamePerson',
    method: 'PUT',
    path: '/meetings/{meeting}/people/{person}/name',
    summary: 'Call somebody otherwise',
    scope: 'meetings:write',
    params: personPath,
    body: z.strictObject({ name: nameSchema }).meta({ id: 'PersonName' }),
    done: 'Everybody sees this name.',
    refusals: ['PARTICIPANT_UNKNOWN', 'NAME_INVALID'],
  },
  ({ params: { person: participantId }, body: { name: displayName } }, from) => ({
    type: 'RenameParticipant',
    participantId,
    displayName,
    ...from,
  }),
)

const movePerson = defineCommand(
  {
    id: 'movePerson',
    method: 'POST',
    path: '/meetings/{meeting}/people/{person}/move',
    summary: 'Move somebody to a room now',
    scope: 'meetings:write',
    params: personPath,
    body: z
      .strictObject({ roomId: roomIdSchema, force: z.boolean().optional() })
      .meta({ id: 'Move', description: '`roomId`: "main" or the id of a room. `force`: also into a full room.' }),
    done: 'The person is there.',
    refusals: ['ROOMS_OFF', 'PARTICIPANT_UNKNOWN', 'ROOM_UNKNOWN', 'ROOM_FULL'],
  },
  ({ params: { person: participantId }, body: { roomId: toRoomId, force = false } }, from) => ({
    type: 'MoveParticipant',
    participantId,
    toRoomId,
    force,
    ...from,
  }),
)

const removePerson = defineCommand(
  {
    id: 'removePerson',
    method: 'POST',
    path: '/meetings/{meeting}/people/{person}/remove',
    summary: 'Send somebody out of the meeting',
    scope: 'meetings:write',
    params: personPath,
    body: z
      .strictObject({ bar: z.boolean() })
      .partial()
      .meta({ id: 'Removal', description: '`bar`: the seat opens the meeting no more.' }),
    done: 'The person is out.',
    refusals: ['PARTICIPANT_UNKNOWN'],
  },
  ({ params: { person: participantId }, body: { bar = false } }, from) => ({
    type: 'RemoveParticipant',
    participantId,
    bar,
    ...from,
  }),
)

function toPerson({
  id,
  displayName,
  role,
  presence,
  identity,
  claim,
  roomId,
  assignment,
}: Seat): z.input<typeof personSchema> {
  return {
    participantId: id,
    displayName,
    role,
    presence: presence.status,
    since: presence.since,
    ...identity,
    ...(presence.status === 'waiting' && presence.talk && { talk: presence.talk.map((message) => ({ ...message })) }),
    hasCode: claim !== undefined,
    roomId,
    ...(assignment.status === 'none' ? {} : { assignedRoomId: assignment.roomId }),
  }
}

export const people: Resource = {
  name: 'people',
  meaning: 'Who is in the meeting, and what is done with them.',
  operations: [listPeople, getPerson, changeRole, renamePerson, movePerson, removePerson],
}
