// SPDX-License-Identifier: Apache-2.0
// Moderation over REST: stopping what people send, asking them to start, and letting them speak where they have to ask.
import { invitableSchema, kindSchema, stoppableSchema, whomSchema } from '@alcove/protocol'
import { z } from 'zod'
import { defineCommand } from '../defineCommand.ts'
import type { Resource } from '../operation.ts'
import { meetingPath, personPath } from '../paths.ts'

const stopMedia = defineCommand(
  {
    id: 'stopMedia',
    method: 'POST',
    path: '/meetings/{meeting}/media/stop',
    summary: 'Mute one person, a room or everybody, or stop their cameras or screens',
    description:
      'Nobody is ever unmuted by others: people take it up again themselves. Moderators are meant only by name.',
    scope: 'meetings:write',
    params: meetingPath,
    body: z.strictObject({ source: stoppableSchema, whom: whomSchema }).meta({ id: 'MediaStop' }),
    done: 'It is stopped.',
    refusals: ['PARTICIPANT_UNKNOWN', 'ROOM_UNKNOWN'],
  },
  ({ body: { source, whom } }, from) => ({ type: 'StopMedia', source, whom, ...from }),
)

const inviteToStart = defineCommand(
  {
    id: 'inviteToStart',
    method: 'POST',
    path: '/meetings/{meeting}/people/{person}/invite',
    summary: 'Ask somebody to start their microphone or camera',
    scope: 'meetings:write',
    params: personPath,
    body: z.strictObject({ source: invitableSchema }).meta({ id: 'MediaInvitation' }),
    done: 'The person is asked.',
    refusals: ['PARTICIPANT_UNKNOWN'],
  },
  ({ params: { person: participantId }, body: { source } }, from) => ({
    type: 'InviteToStart',
    participantId,
    source,
    ...from,
  }),
)

const allowMedia = defineCommand(
  {
    id: 'allowMedia',
    method: 'POST',
    path: '/meetings/{meeting}/media/allow',
    summary: 'Let people send although people have to ask, or not any more',
    scope: 'meetings:write',
    params: meetingPath,
    body: z.strictObject({ kind: kindSchema, whom: whomSchema, allowed: z.boolean() }).meta({ id: 'MediaPermission' }),
    done: 'It is allowed, or not any more.',
    refusals: ['PARTICIPANT_UNKNOWN', 'ROOM_UNKNOWN'],
  },
  ({ body: { kind, whom, allowed } }, from) => ({ type: 'AllowMedia', kind, whom, allowed, ...from }),
)

export const moderation: Resource = {
  name: 'moderation',
  meaning: 'What people may send.',
  operations: [stopMedia, inviteToStart, allowMedia],
}
