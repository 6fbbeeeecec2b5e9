// SPDX-License-Identifier: Apache-2.0
// Steps of people about themselves and each other: names, roles, what they send, write and ask for.
import {
  type ChatTarget,
  type Kind as MediaKind,
  mainRoomId,
  operator,
  type ParticipantId,
  type Stoppable,
} from '@alcove/protocol'
import type { RunningMeeting } from '../../state.ts'
import { requestAt, roomAt, seatAt } from './picks.ts'
import type { Step, StepTable } from './step.ts'

export const peopleSteps = {
  leave: [2, ({ frame }) => ({ ...frame, type: 'LeaveMeeting' })],
  'as-nobody': [1, ({ frame }) => ({ ...frame, type: 'LeaveMeeting' })],
  'rename-person': [
    3,
    ({ frame, index, participantId }) => ({
      ...frame,
      type: 'RenameParticipant',
      participantId,
      displayName: `Name ${index}`,
    }),
  ],
  avatar: [
    2,
    ({ frame, step }) => {
      const avatar = step.where % 3 === 0 ? undefined : `https://example.org/${step.where}.png`
      return { ...frame, type: 'ChangeAvatar', avatar }
    },
  ],
  subject: [
    1,
    ({ frame, step }) => ({
      ...frame,
      type: 'ChangeSubject',
      subject: step.where % 3 === 0 ? undefined : `Subject ${step.where}`,
    }),
  ],
  role: [
    3,
    ({ frame, step, participantId }) => ({
      ...frame,
      type: 'ChangeRole',
      participantId,
      role: step.where % 2 === 0 ? 'moderator' : 'participant',
    }),
  ],
  'remove-person': [
    3,
    ({ frame, step, participantId }) => ({
      ...frame,
      type: 'RemoveParticipant',
      participantId,
      bar: step.where % 2 === 0,
    }),
  ],
  'end-meeting': [1, ({ frame }) => ({ ...frame, type: 'EndMeeting' })],
  retention: [
    1,
    ({ frame, step }) => ({ ...frame, by: operator, type: 'ChangeRetention', retentionMs: 300 + step.whom }),
  ],
  shorten: [
    1,
    ({ frame, step }) => ({
      ...frame,
      type: 'ShortenRetention',
      retentionMs: step.where % 2 === 0 ? undefined : 200 + step.whom,
    }),
  ],
  stop: [
    4,
    ({ frame, step, participantId, roomId }) => ({
      ...frame,
      type: 'StopMedia',
      source: sourceAt(step.who),
      whom: step.where % 3 === 0 ? 'everybody' : step.where % 3 === 1 ? { roomId } : { participantId },
    }),
  ],
  start: [4, ({ frame, step }) => ({ ...frame, type: 'StartMedia', source: sourceAt(step.whom) })],
  invite: [
    3,
    ({ frame, step, participantId }) => ({
      ...frame,
      type: 'InviteToStart',
      participantId,
      source: step.where % 2 === 0 ? 'camera' : 'microphone',
    }),
  ],
  decline: [
    2,
    ({ frame, step }) => ({
      ...frame,
      type: 'DeclineInvitation',
      source: step.where % 2 === 0 ? 'camera' : 'microphone',
    }),
  ],
  'must-ask': [
    3,
    ({ frame, step }) => ({ ...frame, type: 'SetMustAsk', kind: kindAt(step.where), mustAsk: step.whom % 4 !== 0 }),
  ],
  ask: [
    6,
    ({ frame, step }) => ({ ...frame, type: 'AskToSend', kind: kindAt(step.where), asking: step.whom % 4 !== 0 }),
  ],
  allow: [
    4,
    ({ frame, step, participantId }) => ({
      ...frame,
      type: 'AllowMedia',
      kind: kindAt(step.where),
      whom: step.where > 12 ? 'everybody' : { participantId },
      allowed: step.whom % 4 !== 0,
    }),
  ],
  write: [
    12,
    ({ frame, state, step, index }) => ({
      ...frame,
      type: 'SendMessage',
      to: targetOf(state, step, frame.by),
      text: `Text ${index}`,
    }),
  ],
  announce: [
    3,
    ({ frame, step, index, roomId }) => ({
      ...frame,
      type: 'Announce',
      to: step.where % 4 === 0 ? 'all' : [roomId],
      text: `Text ${index}`,
    }),
  ],
  hand: [4, ({ frame, step }) => ({ ...frame, type: 'RaiseHand', raised: step.where % 4 !== 0 })],
  'lower-hands': [
    2,
    ({ frame, step, participantId, roomId }) => ({
      ...frame,
      type: 'LowerHands',
      whom: step.where % 2 === 0 ? { roomId } : { participantId },
    }),
  ],
  'ask-help': [10, ({ frame, index }) => ({ ...frame, type: 'AskForHelp', text: `Text ${index}` })],
  'withdraw-help': [3, ({ frame }) => ({ ...frame, type: 'WithdrawHelp' })],
  'take-help': [
    12,
    ({ frame, state, step }) => ({
      ...frame,
      type: 'TakeHelp',
      requestId: requestAt(state, step.whom),
      enter: step.where % 2 === 0,
    }),
  ],
  'answer-help': [
    7,
    ({ frame, state, step }) => ({ ...frame, type: 'AnswerHelp', requestId: requestAt(state, step.whom) }),
  ],
  return: [3, ({ frame }) => ({ ...frame, type: 'ReturnFromHelp' })],
  'take-podium': [
    5,
    ({ frame, state, step, roomId }) => ({
      ...frame,
      type: 'TakePodium',
      rooms: step.where % 4 === 0 ? 'all' : [roomId, roomAt(state, step.whom % 15)],
    }),
  ],
  'leave-podium': [3, ({ frame }) => ({ ...frame, type: 'LeavePodium' })],
  'end-podium': [2, ({ frame, participantId }) => ({ ...frame, type: 'EndPodium', participantId })],
  'look-in': [7, ({ frame, roomId }) => ({ ...frame, type: 'StartGlance', roomId })],
  'look-away': [3, ({ frame, roomId }) => ({ ...frame, type: 'StopGlance', roomId })],
  'may-look-in': [2, ({ frame, step }) => ({ ...frame, type: 'ChangeGlancePolicy', allowed: step.where % 4 !== 0 })],
} as const satisfies StepTable

/** Mostly the room where the writer is; now and then another one, or nobody. */
function targetOf(state: RunningMeeting, { whom, where }: Step, by: ParticipantId): ChatTarget {
  if (where % 4 === 0) return { kind: 'meeting' }
  if (where % 4 === 1) return { kind: 'person', participantId: seatAt(state, whom) }
  const roomId = where === 15 ? roomAt(state, whom) : state.seats.get(by)?.roomId
  return { kind: 'room', roomId: roomId ?? mainRoomId }
}

function sourceAt(position: number): Stoppable {
  return (['microphone', 'camera', 'screen'] as const)[position % 3] ?? 'screen'
}

function kindAt(position: number): MediaKind {
  return position % 2 === 0 ? 'audio' : 'video'
}
