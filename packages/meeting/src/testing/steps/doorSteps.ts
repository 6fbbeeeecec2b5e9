// SPDX-License-Identifier: Apache-2.0
// Steps about who comes in: the door, the lobby, and people who are to come.
import { mainRoomId } from '@alcove/protocol'
import type { ExpectedPerson } from '../../commands.ts'
import type { RunningMeeting } from '../../state.ts'
import { personId } from '../people.ts'
import { isAnybodyWaiting, roomAt, seatAt, waitingAt } from './picks.ts'
import type { Step, StepTable } from './step.ts'

export const doorSteps = {
  limit: [
    2,
    ({ frame, step }) => ({
      ...frame,
      type: 'LimitPeople',
      maxPeople: step.where % 2 === 0 ? undefined : 2 + (step.whom % 8),
    }),
  ],
  lobby: [3, ({ frame, step }) => ({ ...frame, type: 'ChangeLobby', lobby: step.where % 3 > 0 })],
  'let-in': [
    8,
    ({ frame, step, participantId }) => ({
      ...frame,
      type: 'AdmitPeople',
      participantIds: step.where % 2 === 0 ? 'everybody' : [participantId],
    }),
  ],
  'lobby-write': [
    4,
    ({ frame, state, index }) => {
      if (!isAnybodyWaiting(state)) return { ...frame, type: 'ChangeLobby', lobby: true }
      return { ...frame, type: 'WriteFromLobby', text: `from the lobby ${index}` }
    },
  ],
  'lobby-answer': [
    4,
    ({ frame, state, step, index }) => {
      if (!isAnybodyWaiting(state)) return { ...frame, type: 'ChangeLobby', lobby: true }
      return { ...frame, type: 'AnswerInLobby', participantId: waitingAt(state, step.whom), text: `answer ${index}` }
    },
  ],
  expect: [
    6,
    ({ frame, state, step, index }) => ({ ...frame, type: 'ExpectPeople', people: [expectedAt(state, step, index)] }),
  ],
  'renew-claim': [
    3,
    ({ frame, index, participantId }) => ({
      ...frame,
      type: 'RenewClaim',
      participantId,
      claim: { hash: `renewed ${index}` },
    }),
  ],
  forget: [2, ({ frame, participantId }) => ({ ...frame, type: 'ForgetPerson', participantId })],
  password: [
    1,
    ({ frame, step, index }) => ({
      ...frame,
      type: 'ChangePassword',
      passwordHash: step.where % 3 === 0 ? `hash ${index}` : undefined,
    }),
  ],
  'moderator-key': [1, ({ frame }) => ({ ...frame, type: 'SetModeratorKey', moderatorKeyHash: 'key' })],
  'before-moderator': [
    2,
    ({ frame, step }) => ({
      ...frame,
      type: 'ChangeBeforeModerator',
      beforeModerator: step.where % 2 === 0 ? 'wait' : 'join',
    }),
  ],
  'told-outside': [
    1,
    ({ frame, step }) => ({
      ...frame,
      type: 'ChangeToldOutside',
      toldOutside: step.where % 2 === 0 ? 'names' : 'nothing',
    }),
  ],
} as const satisfies StepTable

/** Mostly somebody new, now and then somebody who is known. */
function expectedAt(state: RunningMeeting, { whom, where }: Step, index: number): ExpectedPerson {
  const participantId = where % 4 === 0 ? seatAt(state, whom) : personId(index + 1)
  const roomId = roomAt(state, where)
  return {
    participantId,
    displayName: `E${index}`,
    ...(where % 5 === 0 && { role: 'moderator' as const }),
    identity: { userId: `user ${whom % 8}`, attributes: { team: `${where % 3}` } },
    claim: { hash: `claim ${index}` },
    ...(roomId !== mainRoomId && { roomId, atOnce: where % 2 === 0 }),
  }
}
