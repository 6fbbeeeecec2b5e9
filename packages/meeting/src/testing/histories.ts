// SPDX-License-Identifier: Apache-2.0
// Random histories for fast-check. A step is drawn blindly and becomes a command only against the state that it meets, so that most commands hit
// something and some miss. Steps that bring nothing new shrink to a passing of time.
import {
  type ChatTarget,
  type Kind as MediaKind,
  mainRoomId,
  operator,
  type ParticipantId,
  type RoomId,
  type Stoppable,
} from '@alcove/protocol'
import * as fc from 'fast-check'
import { findTask } from '../breakout/findTask.ts'
import { toPlan } from '../breakout/groupingTask.ts'
import type { Command, CommandOf, ExpectedPerson, MeetingSettings, RoomProperties } from '../commands.ts'
import { groupPeople } from '../grouping/groupPeople.ts'
import { isOpen } from '../help/requests.ts'
import type { ActorCommand } from '../permissions/permissions.ts'
import type { MeetingState, RunningMeeting } from '../state.ts'
import { breakoutId, commandId, meetingId, personId, start, tokenHashOf } from './people.ts'

/** Small limits and short times, so that histories meet them. */
export const tightSettings: MeetingSettings = {
  absenceGraceMs: 60,
  retentionMs: 500,
  maxRooms: 5,
  maxSeats: 9,
  keyedRetentionMs: 900,
  firstIsModerator: true,
  avatars: 'all',
}

const kinds = [
  'pass-time',
  ...repeat('join', 6),
  ...repeat('resume', 7),
  ...repeat('lose', 3),
  ...repeat('pass-time', 3),
  'restart-clocks',
  ...repeat('leave', 2),
  ...repeat('move-self', 6),
  ...repeat('move-other', 8),
  ...repeat('create', 6),
  ...repeat('rename', 2),
  ...repeat('remove', 3),
  ...repeat('open', 2),
  ...repeat('close', 3),
  'close-all',
  ...repeat('assign', 4),
  ...repeat('role', 3),
  ...repeat('policy', 2),
  ...repeat('rename-person', 3),
  ...repeat('avatar', 2),
  'subject',
  ...repeat('stop', 4),
  ...repeat('start', 4),
  ...repeat('invite', 3),
  ...repeat('decline', 2),
  ...repeat('must-ask', 3),
  ...repeat('ask', 6),
  ...repeat('allow', 4),
  ...repeat('remove-person', 3),
  'end-meeting',
  ...repeat('limit', 2),
  ...repeat('lobby', 3),
  ...repeat('let-in', 8),
  ...repeat('lobby-write', 4),
  ...repeat('lobby-answer', 4),
  ...repeat('expect', 6),
  ...repeat('take-seat', 8),
  ...repeat('renew-claim', 3),
  ...repeat('forget', 2),
  'password',
  'moderator-key',
  'retention',
  'shorten',
  ...repeat('before-moderator', 2),
  'told-outside',
  'as-nobody',
  ...repeat('write', 12),
  ...repeat('assign-one', 4),
  ...repeat('open-all', 3),
  ...repeat('close-all-later', 2),
  ...repeat('cancel-countdown', 2),
  ...repeat('start-timer', 5),
  ...repeat('extend-timer', 5),
  'stop-timer',
  ...repeat('late-join', 2),
  ...repeat('allow-rooms', 2),
  ...repeat('announce', 3),
  ...repeat('change-room', 4),
  ...repeat('place-room', 2),
  ...repeat('host', 2),
  ...repeat('knock', 7),
  ...repeat('admit', 4),
  ...repeat('hand', 4),
  ...repeat('lower-hands', 2),
  ...repeat('ask-help', 10),
  ...repeat('withdraw-help', 3),
  ...repeat('take-help', 12),
  ...repeat('answer-help', 7),
  ...repeat('return', 3),
  ...repeat('seat', 6),
  ...repeat('undo', 4),
  ...repeat('plan-rounds', 4),
  ...repeat('add-round', 6),
  ...repeat('change-round', 4),
  ...repeat('assign-in-round', 6),
  ...repeat('remove-round', 4),
  ...repeat('reorder-rounds', 2),
  ...repeat('next-round', 8),
  ...repeat('take-podium', 5),
  ...repeat('leave-podium', 3),
  ...repeat('end-podium', 2),
  ...repeat('look-in', 7),
  ...repeat('look-away', 3),
  ...repeat('may-look-in', 2),
  ...repeat('count-speaking', 3),
] as const
type Kind = (typeof kinds)[number]

export interface Step {
  readonly kind: Kind
  /** Which seat asks, which is meant, which room: counted round those that there are. */
  readonly who: number
  readonly whom: number
  readonly where: number
  readonly waitMs: number
}

const waits = [0, 0, 1, 7, 30, 60, 61, 700]

const opening = (['join', 'join', 'join', 'create', 'create'] as const).map((kind) => stepOf(kind))

/** How the door stands after the opening: most histories would otherwise never meet a lobby, a prepared seat or a moderator key. */
const doors: readonly (readonly Step[])[] = [
  [],
  [],
  [],
  // Two wait in the lobby; the connection of one was lost and is back.
  [
    stepOf('lobby', { where: 1 }),
    stepOf('join'),
    stepOf('join'),
    stepOf('lose', { who: 3 }),
    stepOf('resume', { who: 3, where: 1 }),
  ],
  // Two are expected; one comes by the code, loses the connection, and comes by the code again.
  [
    stepOf('expect', { where: 1 }),
    stepOf('expect', { whom: 2, where: 2 }),
    stepOf('take-seat', { where: 2 }),
    stepOf('lose', { who: 4 }),
    stepOf('take-seat', { where: 2 }),
  ],
  // There is a moderator key and no moderator: one goes and has to wait on coming back, as has a newcomer, until the moderator comes.
  [
    stepOf('moderator-key'),
    stepOf('before-moderator'),
    stepOf('told-outside'),
    stepOf('leave'),
    stepOf('leave'),
    stepOf('resume', { who: 1, where: 1 }),
    stepOf('join'),
    stepOf('resume', { where: 1 }),
  ],
]

function stepOf(kind: Kind, { who = 0, whom = 1, where = 0 }: Partial<Step> = {}): Step {
  return { kind, who, whom, where, waitMs: 1 }
}

/** Histories of up to `maxLength` steps, after an opening in which three people come, two rooms are made, and the door is set in one of several ways. */
export function histories(maxLength: number): fc.Arbitrary<readonly Step[]> {
  const steps = fc.array(fc.nat(2 ** 30 - 1).map(toStep), { minLength: 1, maxLength, size: 'max' })
  return fc.tuple(fc.nat(doors.length - 1), steps).map(([door, more]) => [...opening, ...(doors[door] ?? []), ...more])
}

/** One number holds a step: far cheaper to draw than a record. */
function toStep(bits: number): Step {
  return {
    kind: kinds[((bits & 63) | ((bits >> 23) << 6)) % kinds.length] ?? 'pass-time',
    who: (bits >> 6) & 31,
    whom: (bits >> 11) & 31,
    where: (bits >> 16) & 15,
    waitMs: waits[(bits >> 20) & 7] ?? 0,
  }
}

/** The command that a step means in this state. `index` makes ids that are used once. */
export function toCommand(state: MeetingState, step: Step, index: number, at: number): Command {
  if (state.status !== 'running') return joinAs(index, at)
  const participantId = seatAt(state, step.who)
  switch (step.kind) {
    case 'pass-time':
      return { type: 'PassTime', at }
    case 'join':
      return step.whom === 0 ? { ...joinAs(index, at), tokenHash: tokenHashOf(participantId) } : joinAs(index, at)
    case 'take-seat':
      return takesSeat(state, step, index, at)
    case 'resume':
      return {
        type: 'ResumeSeat',
        participantId,
        tokenHash: tokenHashOf(step.whom === 0 ? personId(0) : participantId),
        ...(step.where === 0 && { moderatorKeyHash: state.door.moderatorKeyHash ?? 'no key' }),
        at,
      }
    case 'lose':
      return { type: 'LoseConnection', participantId, at }
    case 'restart-clocks':
      return { type: 'RestartClocks', at }
    case 'count-speaking':
      return {
        type: 'CountSpeaking',
        spoken: [{ participantId, roomId: roomAt(state, step.where), spokenMs: step.whom }],
        at,
      }
    case 'lobby-write':
    case 'lobby-answer':
      // Few wait at any time: somebody comes to the lobby first, where it is on.
      return isAnybodyWaiting(state) || !state.door.lobby ? asked(state, step, index, at) : joinAs(index, at)
    default:
      return asked(state, step, index, at)
  }
}

function asked(state: RunningMeeting, step: Step, index: number, at: number): ActorCommand {
  const frame = { by: step.kind === 'as-nobody' ? personId(0) : asker(state, step), commandId: commandId(index), at }
  const participantId = seatAt(state, step.whom)
  const roomId = roomAt(state, step.where)
  switch (step.kind) {
    case 'move-self':
      return { ...frame, type: 'MoveParticipant', participantId: frame.by, toRoomId: roomId }
    case 'move-other':
      return { ...frame, type: 'MoveParticipant', participantId, toRoomId: roomId }
    case 'rename-person':
      return { ...frame, type: 'RenameParticipant', participantId, displayName: `Name ${index}` }
    case 'avatar': {
      const avatar = step.where % 3 === 0 ? undefined : `https://example.org/${step.where}.png`
      return { ...frame, type: 'ChangeAvatar', avatar }
    }
    case 'subject':
      return { ...frame, type: 'ChangeSubject', subject: step.where % 3 === 0 ? undefined : `Subject ${step.where}` }
    case 'create':
      return {
        ...frame,
        type: 'CreateRoom',
        roomId: breakoutId(index),
        ...(step.where > 10 ? { name: `Room ${step.whom}` } : {}),
      }
    case 'rename':
      return { ...frame, type: 'RenameRoom', roomId, name: `Room ${step.whom}` }
    case 'remove':
      return { ...frame, type: 'RemoveRoom', roomId }
    case 'open':
      return { ...frame, type: 'OpenRoom', roomId }
    case 'close':
      return { ...frame, type: 'CloseRoom', roomId }
    case 'close-all':
      return { ...frame, type: 'CloseAllRooms' }
    case 'assign':
      return {
        ...frame,
        type: 'AutoAssign',
        who: step.where % 2 === 0 ? 'everybody' : 'main-room',
        seed: step.whom,
        hold: step.where % 4 > 1,
        newRoomIds: [breakoutId(index), breakoutId(index + 500)],
        ...(step.whom % 4 === 0 && { wishes: { into: { rooms: 2 } } }),
      }
    case 'seat':
      return {
        ...frame,
        type: 'SeatPeople',
        groups: [{ roomId: step.where % 5 === 0 ? mainRoomId : roomId, participantIds: [participantId] }],
        hold: step.where % 4 === 3,
      }
    case 'undo':
      return { ...frame, type: 'UndoAssignment' }
    case 'plan-rounds':
      return withPlan(
        state,
        {
          ...frame,
          type: 'PlanRounds',
          count: 1 + (step.whom % 3),
          seed: step.whom,
          replace: step.where % 2 === 0,
          wishes: { into: { rooms: 2 }, ...(step.where % 4 === 0 && { moderators: 'spread' }) },
        },
        [breakoutId(index), breakoutId(index + 500)],
      )
    case 'add-round':
      return {
        ...frame,
        type: 'AddRound',
        groups: [{ roomId, participantIds: [participantId] }],
        ...(step.where % 2 === 0 && { durationMs: 1 + step.whom }),
      }
    case 'change-round':
      return { ...frame, type: 'ChangeRound', roundId: roundAt(state, step.where), name: `Round ${step.whom}` }
    case 'assign-in-round':
      return {
        ...frame,
        type: 'AssignInRound',
        roundId: roundAt(state, step.who),
        participantId,
        ...(step.where === 14 ? {} : { roomId }),
      }
    case 'remove-round':
      return { ...frame, type: 'RemoveRound', roundId: roundAt(state, step.where) }
    case 'reorder-rounds':
      return { ...frame, type: 'ReorderRounds', roundIds: waitingRounds(state).reverse() }
    case 'next-round':
      return { ...frame, type: 'StartNextRound', inMs: step.where % 2 === 0 ? 0 : step.where * 4 }
    case 'assign-one':
      return { ...frame, type: 'AssignParticipant', participantId, ...(step.where === 14 ? {} : { roomId }) }
    case 'open-all':
      return { ...frame, type: 'OpenAllRooms', inMs: step.where * 4 }
    case 'close-all-later':
      return { ...frame, type: 'CloseAllRooms', inMs: step.where * 4 }
    case 'cancel-countdown':
      return { ...frame, type: 'CancelCountdown' }
    case 'start-timer':
      return {
        ...frame,
        type: 'StartTimer',
        durationMs: 1 + step.whom,
        atEnd: step.where % 4 === 0 ? 'nothing' : 'bring-back',
      }
    case 'extend-timer':
      return { ...frame, type: 'ExtendTimer', byMs: 1 + step.whom }
    case 'stop-timer':
      return { ...frame, type: 'StopTimer' }
    case 'late-join':
      return {
        ...frame,
        type: 'ChangeLateJoin',
        lateJoin: step.where % 4 === 0 ? 'main' : step.where % 4 === 1 ? 'choose' : 'fewest',
      }
    case 'change-room':
      return { ...frame, type: 'ChangeRoom', roomId, change: propertiesAt(step.whom, index) }
    case 'place-room':
      return {
        ...frame,
        type: 'PlaceRoom',
        roomId,
        ...(step.whom % 2 === 0 ? {} : { before: roomAt(state, step.whom) }),
      }
    case 'host':
      return { ...frame, type: 'NameHost', roomId, participantId, isHost: step.where % 4 !== 0 }
    case 'knock':
      return {
        ...frame,
        type: 'KnockAtRoom',
        roomId: lockedAt(state, step.where) ?? roomId,
        knocking: step.whom % 8 !== 0,
      }
    case 'admit': {
      const knock = [...state.rooms.values()].flatMap((room) =>
        room.knocks.map((one) => ({ roomId: room.id, participantId: one.participantId })),
      )[step.where % 2]
      return { ...frame, type: 'AdmitToRoom', roomId, participantId, ...knock, admitted: step.whom % 4 !== 0 }
    }
    case 'allow-rooms':
      // Mostly on again: without rooms most commands would only be refused.
      return { ...frame, type: 'AllowRooms', allowed: step.where > 2 }
    case 'announce':
      return { ...frame, type: 'Announce', to: step.where % 4 === 0 ? 'all' : [roomId], text: `Text ${index}` }
    case 'hand':
      return { ...frame, type: 'RaiseHand', raised: step.where % 4 !== 0 }
    case 'lower-hands':
      return { ...frame, type: 'LowerHands', whom: step.where % 2 === 0 ? { roomId } : { participantId } }
    case 'ask-help':
      return { ...frame, type: 'AskForHelp', text: `Text ${index}` }
    case 'withdraw-help':
      return { ...frame, type: 'WithdrawHelp' }
    case 'take-help':
      return { ...frame, type: 'TakeHelp', requestId: requestAt(state, step.whom), enter: step.where % 2 === 0 }
    case 'answer-help':
      return { ...frame, type: 'AnswerHelp', requestId: requestAt(state, step.whom) }
    case 'return':
      return { ...frame, type: 'ReturnFromHelp' }
    case 'take-podium':
      return {
        ...frame,
        type: 'TakePodium',
        rooms: step.where % 4 === 0 ? 'all' : [roomId, roomAt(state, step.whom % 15)],
      }
    case 'leave-podium':
      return { ...frame, type: 'LeavePodium' }
    case 'end-podium':
      return { ...frame, type: 'EndPodium', participantId }
    case 'retention':
      return { ...frame, by: operator, type: 'ChangeRetention', retentionMs: 300 + step.whom }
    case 'shorten':
      return { ...frame, type: 'ShortenRetention', retentionMs: step.where % 2 === 0 ? undefined : 200 + step.whom }
    case 'look-in':
      return { ...frame, type: 'StartGlance', roomId }
    case 'look-away':
      return { ...frame, type: 'StopGlance', roomId }
    case 'may-look-in':
      return { ...frame, type: 'ChangeGlancePolicy', allowed: step.where % 4 !== 0 }
    case 'role':
      return { ...frame, type: 'ChangeRole', participantId, role: step.where % 2 === 0 ? 'moderator' : 'participant' }
    case 'stop':
      return {
        ...frame,
        type: 'StopMedia',
        source: sourceAt(step.who),
        whom: step.where % 3 === 0 ? 'everybody' : step.where % 3 === 1 ? { roomId } : { participantId },
      }
    case 'start':
      return { ...frame, type: 'StartMedia', source: sourceAt(step.whom) }
    case 'invite':
      return { ...frame, type: 'InviteToStart', participantId, source: step.where % 2 === 0 ? 'camera' : 'microphone' }
    case 'decline':
      return { ...frame, type: 'DeclineInvitation', source: step.where % 2 === 0 ? 'camera' : 'microphone' }
    case 'must-ask':
      return { ...frame, type: 'SetMustAsk', kind: kindAt(step.where), mustAsk: step.whom % 4 !== 0 }
    case 'ask':
      return { ...frame, type: 'AskToSend', kind: kindAt(step.where), asking: step.whom % 4 !== 0 }
    case 'allow':
      return {
        ...frame,
        type: 'AllowMedia',
        kind: kindAt(step.where),
        whom: step.where > 12 ? 'everybody' : { participantId },
        allowed: step.whom % 4 !== 0,
      }
    case 'remove-person':
      return { ...frame, type: 'RemoveParticipant', participantId, bar: step.where % 2 === 0 }
    case 'lobby':
      return { ...frame, type: 'ChangeLobby', lobby: step.where % 3 > 0 }
    case 'lobby-write':
      if (!isAnybodyWaiting(state)) return { ...frame, type: 'ChangeLobby', lobby: true }
      return { ...frame, type: 'WriteFromLobby', text: `from the lobby ${index}` }
    case 'lobby-answer':
      if (!isAnybodyWaiting(state)) return { ...frame, type: 'ChangeLobby', lobby: true }
      return { ...frame, type: 'AnswerInLobby', participantId: waitingAt(state, step.whom), text: `answer ${index}` }
    case 'let-in':
      return { ...frame, type: 'AdmitPeople', participantIds: step.where % 2 === 0 ? 'everybody' : [participantId] }
    case 'expect':
      return { ...frame, type: 'ExpectPeople', people: [expectedAt(state, step, index)] }
    case 'renew-claim':
      return { ...frame, type: 'RenewClaim', participantId, claim: { hash: `renewed ${index}` } }
    case 'forget':
      return { ...frame, type: 'ForgetPerson', participantId }
    case 'password':
      return { ...frame, type: 'ChangePassword', passwordHash: step.where % 3 === 0 ? `hash ${index}` : undefined }
    case 'moderator-key':
      return { ...frame, type: 'SetModeratorKey', moderatorKeyHash: 'key' }
    case 'before-moderator':
      return { ...frame, type: 'ChangeBeforeModerator', beforeModerator: step.where % 2 === 0 ? 'wait' : 'join' }
    case 'told-outside':
      return { ...frame, type: 'ChangeToldOutside', toldOutside: step.where % 2 === 0 ? 'names' : 'nothing' }
    case 'limit':
      return { ...frame, type: 'LimitPeople', maxPeople: step.where % 2 === 0 ? undefined : 2 + (step.whom % 8) }
    case 'end-meeting':
      return { ...frame, type: 'EndMeeting' }
    case 'policy':
      return {
        ...frame,
        type: 'ChangePolicy',
        selfMove: step.where % 2 === 0 ? 'anywhere' : step.where % 3 === 0 ? 'nowhere' : 'main-only',
      }
    case 'write':
      return { ...frame, type: 'SendMessage', to: targetOf(state, step, frame.by), text: `Text ${index}` }
    default:
      return { ...frame, type: 'LeaveMeeting' }
  }
}

/** Mostly the room where the writer is; now and then another one, or nobody. */
function targetOf(state: RunningMeeting, { whom, where }: Step, by: ParticipantId): ChatTarget {
  if (where % 4 === 0) return { kind: 'meeting' }
  if (where % 4 === 1) return { kind: 'person', participantId: seatAt(state, whom) }
  const roomId = where === 15 ? roomAt(state, whom) : state.seats.get(by)?.roomId
  return { kind: 'room', roomId: roomId ?? mainRoomId }
}

/** Locked most often, so that people knock. */
function propertiesAt(position: number, index: number): RoomProperties {
  if (position % 2 === 0) return { locked: true, capacity: 1 + (position % 3) }
  return position % 3 === 0
    ? { locked: false, capacity: null }
    : { passwordHash: position % 4 === 1 ? `${index}` : null }
}

function lockedAt({ rooms }: RunningMeeting, position: number): RoomId | undefined {
  const locked = [...rooms.values()].filter((room) => room.locked && room.open)
  return locked[position % locked.length]?.id
}

/** Mostly one that is open. */
function requestAt({ help: { requests } }: RunningMeeting, position: number): number {
  const open = requests.filter(isOpen)
  return (position === 31 ? undefined : open[position % open.length]?.id) ?? 1
}

function sourceAt(position: number): Stoppable {
  return (['microphone', 'camera', 'screen'] as const)[position % 3] ?? 'screen'
}

function kindAt(position: number): MediaKind {
  return position % 2 === 0 ? 'audio' : 'video'
}

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

/** By the code of a seat, by user id, or by the moderator key. */
function takesSeat(state: RunningMeeting, { whom, where }: Step, index: number, at: number): Command {
  const codes = [...state.seats.values()].flatMap(({ claim }) => (claim ? [claim.hash] : []))
  const claimHash = codes[whom % Math.max(1, codes.length)]
  if (where % 3 === 0 && state.door.moderatorKeyHash !== undefined)
    return { ...joinAs(index, at), moderatorKeyHash: state.door.moderatorKeyHash }
  if (where % 3 === 1 || claimHash === undefined) {
    const identity = { userId: `user ${whom % 8}`, attributes: {} }
    return { ...joinAs(index, at), identity, grant: { skipsLobby: where % 2 === 0 } }
  }
  return { ...joinAs(index, at), claimHash }
}

function joinAs(index: number, at: number): Extract<Command, { type: 'JoinMeeting' }> {
  const participantId = personId(index + 1)
  return {
    type: 'JoinMeeting',
    meetingId,
    participantId,
    displayName: `P${index}`,
    tokenHash: tokenHashOf(participantId),
    settings: tightSettings,
    at,
  }
}

/** Mostly somebody who is here, two of three times a moderator: otherwise most commands would only be refused. */
function asker(state: RunningMeeting, step: Step): ParticipantId {
  if (step.who > 28) return seatAt(state, step.who)
  const here = [...state.seats.values()].filter((seat) => seat.presence.status === 'present')
  if (step.kind === 'lobby-write' && isAnybodyWaiting(state)) return waitingAt(state, step.who)
  const inRooms = step.kind === 'ask-help' ? here.filter((seat) => seat.roomId !== mainRoomId) : []
  if (inRooms.length > 0) return inRooms[step.who % inRooms.length]?.id ?? personId(0)
  const moderators =
    step.kind === 'move-self' || step.who % 3 === 0 ? [] : here.filter((seat) => seat.role === 'moderator')
  const able = moderators.length > 0 ? moderators : here
  return able[step.who % Math.max(1, able.length)]?.id ?? seatAt(state, step.who)
}

function isAnybodyWaiting({ seats }: RunningMeeting): boolean {
  return [...seats.values()].some((seat) => seat.presence.status === 'waiting')
}

/** Somebody in the lobby, where anybody is. */
function waitingAt(state: RunningMeeting, position: number): ParticipantId {
  const waiting = [...state.seats.values()].filter((seat) => seat.presence.status === 'waiting')
  return waiting[position % Math.max(1, waiting.length)]?.id ?? seatAt(state, position)
}

/** One of 32 times nobody's. */
function seatAt(state: RunningMeeting, position: number): ParticipantId {
  return (position === 31 ? undefined : [...state.seats.keys()][position % state.seats.size]) ?? personId(0)
}

/** A plan made beforehand, as the server does, and with little effort. */
function withPlan(state: RunningMeeting, command: CommandOf<'PlanRounds'>, newIds: readonly RoomId[]): ActorCommand {
  const found = findTask(state, command)
  if (!found.ok) return command
  const made = toPlan(found, groupPeople({ ...found.task, looks: 100 }), newIds)
  const plan = made.ok ? made : undefined
  return plan ? { ...command, plan } : command
}

/** Mostly one that is waiting, else one that never was. */
function roundAt(state: RunningMeeting, position: number): number {
  const ids = state.rounds.list.map(({ id }) => id).reverse()
  return ids[position % Math.max(1, ids.length)] ?? 99
}

function waitingRounds({ rounds }: RunningMeeting): number[] {
  return rounds.list.filter(({ run }) => run.status === 'waiting').map(({ id }) => id)
}

/** One of 16 times a room that does not exist; the main room is one among the others. */
function roomAt(state: RunningMeeting, position: number): RoomId {
  const rooms = [...state.rooms.keys(), mainRoomId]
  return (position === 15 ? undefined : rooms[position % rooms.length]) ?? breakoutId(0)
}

function repeat<Item extends string>(item: Item, times: number): readonly Item[] {
  return Array.from({ length: times }, () => item)
}

/** The time of each step: time only goes on. */
export function timesOf(steps: readonly Step[]): readonly number[] {
  let at = start
  return steps.map((step) => {
    at += step.waitMs
    return at
  })
}
