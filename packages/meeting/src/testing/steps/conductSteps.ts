// SPDX-License-Identifier: Apache-2.0
// Steps about running the rooms: assigning people, rounds, countdown and timer.
import { mainRoomId, type RoomId } from '@alcove/protocol'
import { findTask } from '../../breakout/findTask.ts'
import { toPlan } from '../../breakout/groupingTask.ts'
import type { CommandOf } from '../../commands.ts'
import { groupPeople } from '../../grouping/groupPeople.ts'
import type { ActorCommand } from '../../permissions/permissions.ts'
import type { RunningMeeting } from '../../state.ts'
import { breakoutId } from '../people.ts'
import { roundAt, seatAt, waitingRounds } from './picks.ts'
import type { StepTable } from './step.ts'

export const conductSteps = {
  assign: [
    4,
    ({ frame, step, index }) => ({
      ...frame,
      type: 'AutoAssign',
      who: step.where % 2 === 0 ? 'everybody' : 'main-room',
      seed: step.whom,
      hold: step.where % 4 > 1,
      newRoomIds: [breakoutId(index), breakoutId(index + 500)],
      ...(step.whom % 4 === 0 && { wishes: { into: { rooms: 2 } } }),
    }),
  ],
  seat: [
    6,
    ({ frame, step, participantId, roomId }) => ({
      ...frame,
      type: 'SeatPeople',
      groups: [{ roomId: step.where % 5 === 0 ? mainRoomId : roomId, participantIds: [participantId] }],
      hold: step.where % 4 === 3,
    }),
  ],
  undo: [4, ({ frame }) => ({ ...frame, type: 'UndoAssignment' })],
  'assign-one': [
    4,
    ({ frame, step, participantId, roomId }) => ({
      ...frame,
      type: 'AssignParticipant',
      participantId,
      ...(step.where === 14 ? {} : { roomId }),
    }),
  ],
  'plan-rounds': [
    4,
    ({ frame, state, step, index }) =>
      withPlan(
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
      ),
  ],
  'add-round': [
    6,
    ({ frame, step, participantId, roomId }) => ({
      ...frame,
      type: 'AddRound',
      groups: [{ roomId, participantIds: [participantId] }],
      ...(step.where % 2 === 0 && { durationMs: 1 + step.whom }),
    }),
  ],
  'change-round': [
    4,
    ({ frame, state, step }) => ({
      ...frame,
      type: 'ChangeRound',
      roundId: roundAt(state, step.where),
      name: `Round ${step.whom}`,
    }),
  ],
  'assign-in-round': [
    6,
    ({ frame, state, step, participantId, roomId }) => ({
      ...frame,
      type: 'AssignInRound',
      roundId: roundAt(state, step.who),
      participantIds: [participantId, seatAt(state, step.where)],
      ...(step.where === 14 ? {} : { roomId }),
    }),
  ],
  'remove-round': [
    4,
    ({ frame, state, step }) => ({ ...frame, type: 'RemoveRound', roundId: roundAt(state, step.where) }),
  ],
  'reorder-rounds': [
    2,
    ({ frame, state }) => ({ ...frame, type: 'ReorderRounds', roundIds: waitingRounds(state).reverse() }),
  ],
  'next-round': [
    8,
    ({ frame, step }) => ({ ...frame, type: 'StartNextRound', inMs: step.where % 2 === 0 ? 0 : step.where * 4 }),
  ],
  'open-all': [3, ({ frame, step }) => ({ ...frame, type: 'OpenAllRooms', inMs: step.where * 4 })],
  'close-all': [1, ({ frame }) => ({ ...frame, type: 'CloseAllRooms' })],
  'close-all-later': [2, ({ frame, step }) => ({ ...frame, type: 'CloseAllRooms', inMs: step.where * 4 })],
  'cancel-countdown': [2, ({ frame }) => ({ ...frame, type: 'CancelCountdown' })],
  'start-timer': [
    5,
    ({ frame, step }) => ({
      ...frame,
      type: 'StartTimer',
      durationMs: 1 + step.whom,
      atEnd: step.where % 4 === 0 ? 'nothing' : 'bring-back',
    }),
  ],
  'extend-timer': [5, ({ frame, step }) => ({ ...frame, type: 'ExtendTimer', byMs: 1 + step.whom })],
  'stop-timer': [1, ({ frame }) => ({ ...frame, type: 'StopTimer' })],
  'late-join': [
    2,
    ({ frame, step }) => ({
      ...frame,
      type: 'ChangeLateJoin',
      lateJoin: step.where % 4 === 0 ? 'main' : step.where % 4 === 1 ? 'choose' : 'fewest',
    }),
  ],
} as const satisfies StepTable

/** A plan made beforehand, as the server does, and with little effort. */
function withPlan(state: RunningMeeting, command: CommandOf<'PlanRounds'>, newIds: readonly RoomId[]): ActorCommand {
  const found = findTask(state, command)
  if (!found.ok) return command
  const made = toPlan(found, groupPeople({ ...found.task, looks: 100 }), newIds)
  const plan = made.ok ? made : undefined
  return plan ? { ...command, plan } : command
}
