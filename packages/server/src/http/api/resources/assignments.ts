// SPDX-License-Identifier: Apache-2.0
// Assignments over REST: the room where each person should be, one by one or for all by chance.
import { groupedPeopleSchema, groupingWishesSchema, groupsSchema, operator, roomIdSchema } from '@alcove/protocol'
import { z } from 'zod'
import { carryOut } from '../carryOut.ts'
import { defineCommand } from '../defineCommand.ts'
import { defineOperation, type Resource } from '../operation.ts'
import { meetingPath, personPath } from '../paths.ts'
import { planRefusals } from '../planRefusals.ts'
import { Refused } from '../problem.ts'

const seed = z.int().min(0).max(0xffffffff)

const assignPerson = defineCommand(
  {
    id: 'assignPerson',
    method: 'PUT',
    path: '/meetings/{meeting}/people/{person}/assignment',
    summary: 'Assign somebody to a room',
    description:
      'Nobody is moved by it: they go there when all rooms are opened, or when they come back to a room that is under way.',
    scope: 'meetings:write',
    params: personPath,
    body: z.strictObject({ roomId: roomIdSchema }).meta({ id: 'Assignment' }),
    done: 'The person is assigned to the room.',
    refusals: ['ROOMS_OFF', 'PARTICIPANT_UNKNOWN', 'ROOM_UNKNOWN', 'ROOM_IS_MAIN'],
  },
  ({ params: { person: participantId }, body: { roomId } }, from) => ({
    type: 'AssignParticipant',
    participantId,
    roomId,
    ...from,
  }),
)

const unassignPerson = defineCommand(
  {
    id: 'unassignPerson',
    method: 'DELETE',
    path: '/meetings/{meeting}/people/{person}/assignment',
    summary: 'Assign somebody to no room',
    scope: 'meetings:write',
    params: personPath,
    done: 'The person is assigned to no room.',
    refusals: ['PARTICIPANT_UNKNOWN'],
  },
  ({ params: { person: participantId } }, from) => ({ type: 'AssignParticipant', participantId, ...from }),
)

const groupingShape = {
  who: groupedPeopleSchema,
  seed: seed.optional(),
  hold: z.boolean().optional(),
  wishes: z.optional(groupingWishesSchema),
}

const assignEverybody = defineOperation(
  {
    id: 'assignEverybody',
    method: 'POST',
    path: '/meetings/{meeting}/assign',
    summary: 'Seat people in the rooms: evenly, by chance, and as wished',
    description:
      'The same seed with the same people, rooms and wishes gives the same seats. With `hold` nobody is moved yet.',
    scope: 'meetings:write',
    params: meetingPath,
    body: z.strictObject(groupingShape).meta({ id: 'Grouping' }),
    answer: {
      status: 200,
      meaning: 'Everybody meant has a room.',
      schema: z.strictObject({ seed }).meta({ id: 'Grouped' }),
    },
    refusals: planRefusals,
  },
  async ({ params: { meeting }, body, call, world }) => ({
    body: await carryOut<'rooms.assign'>({ call, world }, meeting, (from) => ({
      type: 'AutoAssign',
      who: body.who,
      seed: body.seed ?? world.ids.seed(),
      hold: body.hold ?? false,
      ...(body.wishes !== undefined && { wishes: body.wishes }),
      ...from,
    })),
  }),
)

const previewAssignment = defineOperation(
  {
    id: 'previewAssignment',
    method: 'POST',
    path: '/meetings/{meeting}/assign/preview',
    summary: 'See where everybody would be seated; changes nothing',
    description:
      'Seat people with the `seed` of the answer to have exactly this, as long as the meeting stays as it is.',
    scope: 'meetings:read',
    params: meetingPath,
    body: z.strictObject(groupingShape).meta({ id: 'GroupingQuestion' }),
    answer: {
      status: 200,
      meaning: 'Everybody of each room; a room without an id would be made.',
      schema: z
        .strictObject({
          seed,
          groups: z.array(z.strictObject({ roomId: z.string().optional(), participantIds: z.array(z.string()) })),
        })
        .meta({ id: 'GroupingPreview' }),
    },
    refusals: planRefusals,
  },
  async ({ params: { meeting }, body, world }) => {
    const found = await world.meetings.preview(meeting, {
      by: operator,
      who: body.who,
      seed: body.seed ?? world.ids.seed(),
      ...(body.hold !== undefined && { hold: body.hold }),
      ...(body.wishes !== undefined && { wishes: body.wishes }),
    })
    if (!found.ok) throw new Refused(found.error)
    return { body: found.preview }
  },
)

const seatPeople = defineCommand(
  {
    id: 'seatPeople',
    method: 'POST',
    path: '/meetings/{meeting}/seat',
    summary: 'Seat people as listed, all of them or nobody',
    description: 'Listed in the main room: assigned to no room.',
    scope: 'meetings:write',
    params: meetingPath,
    body: z
      .strictObject({ groups: groupsSchema, hold: z.boolean().optional() })
      .meta({ id: 'Seating', description: '`hold`: people are assigned, and nobody is moved.' }),
    done: 'They are assigned, and there unless it was held.',
    refusals: ['ROOMS_OFF', 'ROOM_UNKNOWN', 'ROOM_FULL'],
  },
  ({ body: { groups, hold = false } }, from) => ({ type: 'SeatPeople', groups, hold, ...from }),
)

const undoAssignment = defineCommand(
  {
    id: 'undoAssignment',
    method: 'POST',
    path: '/meetings/{meeting}/assign/undo',
    summary: 'Take the last seating by the server back',
    scope: 'meetings:write',
    params: meetingPath,
    done: 'People are assigned as before.',
    refusals: ['ROOMS_OFF', 'UNDO_NONE'],
  },
  (_given, from) => ({ type: 'UndoAssignment', ...from }),
)

export const assignments: Resource = {
  name: 'assignments',
  meaning: 'The room where each person should be.',
  operations: [assignPerson, unassignPerson, assignEverybody, previewAssignment, seatPeople, undoAssignment],
}
