// SPDX-License-Identifier: Apache-2.0
// Assignments over REST: the room where each person should be, one by one or for all by chance.
import { roomIdSchema } from '@alcove/protocol'
import { z } from 'zod'
import { carryOut } from '../carryOut.ts'
import { defineCommand } from '../defineCommand.ts'
import { defineOperation, type Resource } from '../operation.ts'
import { meetingPath, personPath } from '../paths.ts'

const seed = z.int().min(0).max(0xffffffff)

const assignPerson = defineCommand(
  {
    id: 'assignPerson',
    method: 'PUT',
    path: '/meetings/{meeting}/people/{person}/assignment',
    summary: 'Assign somebody to a room',
    description: 'They go there when all rooms are opened; while rooms are under way, at once.',
    scope: 'meetings:write',
    params: personPath,
    body: z.strictObject({ roomId: roomIdSchema }).meta({ id: 'Assignment' }),
    done: 'The person is assigned to the room.',
    refusals: ['PARTICIPANT_UNKNOWN', 'ROOM_UNKNOWN', 'ROOM_IS_MAIN'],
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

const assignEvenly = defineOperation(
  {
    id: 'assignEvenly',
    method: 'POST',
    path: '/meetings/{meeting}/assign',
    summary: 'Seat people evenly in the rooms, by chance',
    description: 'The same seed with the same people and rooms gives the same seats. With `hold` nobody is moved yet.',
    scope: 'meetings:write',
    params: meetingPath,
    body: z
      .strictObject({ who: z.enum(['main-room', 'everybody']), seed: seed.optional(), hold: z.boolean().optional() })
      .meta({ id: 'EvenAssignment' }),
    answer: {
      status: 200,
      meaning: 'Everybody meant has a room.',
      schema: z.strictObject({ seed }).meta({ id: 'AssignedEvenly' }),
    },
    refusals: ['ROOM_NONE'],
  },
  async ({ params: { meeting }, body, call, world }) => ({
    body: await carryOut<'rooms.assign'>({ call, world }, meeting, (from) => ({
      type: 'AutoAssign',
      who: body.who,
      seed: body.seed ?? world.ids.seed(),
      hold: body.hold ?? false,
      ...from,
    })),
  }),
)

export const assignments: Resource = {
  name: 'assignments',
  meaning: 'The room where each person should be.',
  operations: [assignPerson, unassignPerson, assignEvenly],
}
