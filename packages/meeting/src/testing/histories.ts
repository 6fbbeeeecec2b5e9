// SPDX-License-Identifier: Apache-2.0
// Random histories for fast-check. A step is drawn blindly and becomes a command only against the state that it meets, so that most commands hit
// something and some miss. Steps that bring nothing new shrink to a passing of time.
import * as fc from 'fast-check'
import type { Command, MeetingSettings } from '../commands.ts'
import type { MeetingState, RunningMeeting } from '../state.ts'
import { commandId, meetingId, personId, start, tokenHashOf } from './people.ts'
import { conductSteps } from './steps/conductSteps.ts'
import { doorSteps } from './steps/doorSteps.ts'
import { peopleSteps } from './steps/peopleSteps.ts'
import { asker, isAnybodyWaiting, roomAt, seatAt } from './steps/picks.ts'
import { roomSteps } from './steps/roomSteps.ts'
import type { Step, StepTable } from './steps/step.ts'

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

/** What happens by itself, or to whoever comes: how often each is drawn. The first is what a step shrinks to. */
const timesOfSystem = {
  'pass-time': 4,
  join: 6,
  resume: 7,
  lose: 3,
  'restart-clocks': 1,
  'take-seat': 8,
  'count-speaking': 3,
} as const

const tables = { ...roomSteps, ...conductSteps, ...doorSteps, ...peopleSteps }
type Kind = keyof typeof timesOfSystem | keyof typeof tables

const asked: StepTable = tables
const kinds: readonly string[] = [
  ...Object.entries(timesOfSystem),
  ...Object.entries(asked).map(([kind, [times]]) => [kind, times] as const),
].flatMap(([kind, times]) => Array.from({ length: times }, () => kind))

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
      return isAnybodyWaiting(state) || !state.door.lobby ? ask(state, step, index, at) : joinAs(index, at)
    default:
      return ask(state, step, index, at)
  }
}

function ask(state: RunningMeeting, step: Step, index: number, at: number): Command {
  const [, toAsked] = asked[step.kind] ?? peopleSteps.leave
  const by = step.kind === 'as-nobody' ? personId(0) : asker(state, step)
  return toAsked({
    frame: { by, commandId: commandId(index), at },
    state,
    step,
    index,
    participantId: seatAt(state, step.whom),
    roomId: roomAt(state, step.where),
  })
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

/** The time of each step: time only goes on. */
export function timesOf(steps: readonly Step[]): readonly number[] {
  let at = start
  return steps.map((step) => {
    at += step.waitMs
    return at
  })
}
