// SPDX-License-Identifier: Apache-2.0
// The door of a meeting over REST: who waits in the lobby is let in, and moderators get a new link.
import { lobbyTextSchema, participantIdSchema } from '@alcove/protocol'
import { z } from 'zod'
import { hashSecret } from '../../../auth/secrets.ts'
import { carryOut } from '../carryOut.ts'
import { defineCommand } from '../defineCommand.ts'
import { linkWith } from '../links.ts'
import { defineOperation, type Resource } from '../operation.ts'
import { meetingPath } from '../paths.ts'

const admitPeople = defineCommand(
  {
    id: 'admitPeople',
    method: 'POST',
    path: '/meetings/{meeting}/lobby/admit',
    summary: 'Let people in who wait in the lobby',
    scope: 'meetings:write',
    params: meetingPath,
    body: z
      .strictObject({ participantIds: z.union([z.literal('everybody'), z.array(participantIdSchema).max(1_000)]) })
      .meta({ id: 'Admission' }),
    done: 'They are in.',
    refusals: ['PARTICIPANT_UNKNOWN', 'MEETING_CROWDED'],
  },
  ({ body: { participantIds } }, from) => ({ type: 'AdmitPeople', participantIds, ...from }),
)

const answerInLobby = defineCommand(
  {
    id: 'answerInLobby',
    method: 'POST',
    path: '/meetings/{meeting}/lobby/answer',
    summary: 'Write to somebody who waits in the lobby',
    scope: 'meetings:write',
    params: meetingPath,
    body: z.strictObject({ participantId: participantIdSchema, text: lobbyTextSchema }).meta({ id: 'LobbyAnswer' }),
    done: 'They read it where they wait.',
    refusals: ['PARTICIPANT_UNKNOWN', 'TEXT_INVALID', 'TOO_OFTEN'],
  },
  ({ body: { participantId, text } }, from) => ({ type: 'AnswerInLobby', participantId, text, ...from }),
)

const renewModeratorLink = defineOperation(
  {
    id: 'renewModeratorLink',
    method: 'POST',
    path: '/meetings/{meeting}/moderator-link',
    summary: 'Make a new moderator link; the one before makes nobody moderator any more',
    scope: 'meetings:write',
    params: meetingPath,
    answer: {
      status: 201,
      meaning: 'The link, shown only now.',
      schema: z.strictObject({ moderatorUrl: z.string(), moderatorKey: z.string() }).meta({ id: 'ModeratorLink' }),
    },
  },
  async ({ params: { meeting }, call, world }) => {
    const moderatorKey = call.secret(`moderator of ${meeting}`)
    const moderatorKeyHash = hashSecret(moderatorKey)
    await carryOut({ call, world }, meeting, (from) => ({ type: 'SetModeratorKey', moderatorKeyHash, ...from }))
    return { body: { moderatorUrl: linkWith(call.origin, meeting, 'moderator', moderatorKey), moderatorKey } }
  },
)

export const door: Resource = {
  name: 'door',
  meaning: 'Who comes in, and as what.',
  operations: [admitPeople, answerInLobby, renewModeratorLink],
}
