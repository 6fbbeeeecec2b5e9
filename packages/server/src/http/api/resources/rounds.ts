// SPDX-License-Identifier: Apache-2.0
// Rounds over REST: several groupings of one meeting, planned so that people meet anew, and held one after the other.
import { toReportedRound } from '@alcove/meeting'
import {
  countdownMsSchema,
  durationMsSchema,
  groupingWishesSchema,
  groupsSchema,
  maxRounds,
  nameSchema,
  participantIdSchema,
  roomIdSchema,
} from '@alcove/protocol'
import { z } from 'zod'
import { carryOut, look } from '../carryOut.ts'
import { defineCommand } from '../defineCommand.ts'
import { defineOperation, type Resource } from '../operation.ts'
import { pageQuery, pageSchema, toPage } from '../pages.ts'
import { meetingPath, roundPath } from '../paths.ts'
import { planRefusals } from '../planRefusals.ts'
import { time } from '../times.ts'

export const roundSchema = z
  .strictObject({
    roundId: z.int(),
    name: z.string(),
    durationMs: z.int().optional().describe('Absent: until somebody ends it.'),
    groups: z.array(z.strictObject({ roomId: z.string(), participantIds: z.array(z.string()) })),
    status: z.enum(['waiting', 'running', 'over']),
    startedAt: time.optional(),
    endedAt: time.optional(),
  })
  .meta({ id: 'Round' })

const listRounds = defineOperation(
  {
    id: 'listRounds',
    method: 'GET',
    path: '/meetings/{meeting}/rounds',
    summary: 'The rounds that were held, the one that runs, and those to come',
    scope: 'meetings:read',
    params: meetingPath,
    query: pageQuery,
    answer: { status: 200, meaning: 'In their order.', schema: pageSchema(roundSchema) },
  },
  async ({ params: { meeting }, query, world }) => ({
    body: await look({ world }, meeting, (state) => {
      const page = toPage([...state.rounds.list.entries()], query, ([place]) => place + 1)
      return { ...page, items: page.items.map(([, round]) => toReportedRound(state, round)) }
    }),
  }),
)

const planRounds = defineOperation(
  {
    id: 'planRounds',
    method: 'POST',
    path: '/meetings/{meeting}/rounds/plan',
    summary: 'Plan several rounds in which people meet anew',
    description:
      'No two people meet twice where that is possible, and as few as can be otherwise. The same seed with the same people, rooms and wishes gives the same plan. With `replace` the new rounds take the place of those that have not begun.',
    scope: 'meetings:write',
    params: meetingPath,
    body: z
      .strictObject({
        count: z.int().min(1).max(maxRounds),
        seed: z.int().min(0).max(0xffffffff).optional(),
        durationMs: z.optional(durationMsSchema),
        wishes: z.optional(groupingWishesSchema),
        replace: z.boolean().optional(),
      })
      .meta({ id: 'RoundsPlan' }),
    answer: {
      status: 201,
      meaning: 'The rounds are planned; `repeats` counts how often two people meet again.',
      schema: z
        .strictObject({ seed: z.int(), roundIds: z.array(z.int()), repeats: z.int() })
        .meta({ id: 'PlannedRounds' }),
    },
    refusals: [...planRefusals, 'ROUND_LIMIT_REACHED'],
  },
  async ({ params: { meeting }, body: { seed, durationMs, wishes, count, replace }, call, world }) => ({
    body: await carryOut<'rounds.plan'>({ call, world }, meeting, (from) => ({
      type: 'PlanRounds',
      count,
      seed: seed ?? world.ids.seed(),
      replace: replace ?? false,
      ...(durationMs !== undefined && { durationMs }),
      ...(wishes !== undefined && { wishes }),
      ...from,
    })),
  }),
)

const addRound = defineOperation(
  {
    id: 'addRound',
    method: 'POST',
    path: '/meetings/{meeting}/rounds',
    summary: 'Add a round of your own making',
    scope: 'meetings:write',
    params: meetingPath,
    body: z
      .strictObject({
        name: z.optional(nameSchema),
        durationMs: z.optional(durationMsSchema),
        groups: groupsSchema,
      })
      .meta({ id: 'NewRound' }),
    answer: {
      status: 201,
      meaning: 'The round stands behind all others.',
      schema: z.strictObject({ roundId: z.int() }).meta({ id: 'RoundMade' }),
    },
    refusals: [
      'ROOMS_OFF',
      'NAME_INVALID',
      'ROOM_UNKNOWN',
      'ROOM_IS_MAIN',
      'PARTICIPANT_UNKNOWN',
      'ROUND_LIMIT_REACHED',
      'GROUPING_IMPOSSIBLE',
    ],
  },
  async ({ params: { meeting }, body: { name, durationMs, groups }, call, world }) => ({
    body: await carryOut<'round.add'>({ call, world }, meeting, (from) => ({
      type: 'AddRound',
      groups,
      ...(name !== undefined && { name }),
      ...(durationMs !== undefined && { durationMs }),
      ...from,
    })),
  }),
)

const changeRound = defineCommand(
  {
    id: 'changeRound',
    method: 'PATCH',
    path: '/meetings/{meeting}/rounds/{round}',
    summary: 'Change the name, the duration or the groups of a round',
    description: 'What is not named stays; a duration of 0 takes it away. A round that has begun is only renamed.',
    scope: 'meetings:write',
    params: roundPath,
    body: z
      .strictObject({
        name: nameSchema,
        durationMs: z.union([z.literal(0), durationMsSchema]),
        groups: groupsSchema,
      })
      .partial()
      .meta({ id: 'RoundChange' }),
    done: 'It is changed.',
    refusals: [
      'NAME_INVALID',
      'ROUND_UNKNOWN',
      'ROUND_BEGUN',
      'ROOM_UNKNOWN',
      'ROOM_IS_MAIN',
      'PARTICIPANT_UNKNOWN',
      'GROUPING_IMPOSSIBLE',
    ],
  },
  ({ params: { round: roundId }, body: { name, durationMs, groups } }, from) => ({
    type: 'ChangeRound',
    roundId,
    ...(name !== undefined && { name }),
    ...(durationMs !== undefined && { durationMs }),
    ...(groups !== undefined && { groups }),
    ...from,
  }),
)

const assignInRound = defineCommand(
  {
    id: 'assignInRound',
    method: 'POST',
    path: '/meetings/{meeting}/rounds/{round}/assign',
    summary: 'Put one person into another room of a round, or into none',
    scope: 'meetings:write',
    params: roundPath,
    body: z
      .strictObject({ participantId: participantIdSchema, roomId: z.optional(roomIdSchema) })
      .meta({ id: 'RoundAssignment' }),
    done: 'The person is there in this round.',
    refusals: ['ROUND_UNKNOWN', 'ROUND_BEGUN', 'ROOM_UNKNOWN', 'ROOM_IS_MAIN', 'PARTICIPANT_UNKNOWN'],
  },
  ({ params: { round: roundId }, body: { participantId, roomId } }, from) => ({
    type: 'AssignInRound',
    roundId,
    participantIds: [participantId],
    ...(roomId !== undefined && { roomId }),
    ...from,
  }),
)

const removeRound = defineCommand(
  {
    id: 'removeRound',
    method: 'DELETE',
    path: '/meetings/{meeting}/rounds/{round}',
    summary: 'Remove a round that has not begun',
    scope: 'meetings:write',
    params: roundPath,
    done: 'It is gone.',
    refusals: ['ROUND_UNKNOWN', 'ROUND_BEGUN'],
  },
  ({ params: { round: roundId } }, from) => ({ type: 'RemoveRound', roundId, ...from }),
)

const reorderRounds = defineCommand(
  {
    id: 'reorderRounds',
    method: 'PUT',
    path: '/meetings/{meeting}/rounds/order',
    summary: 'Put the rounds that have not begun into another order',
    scope: 'meetings:write',
    params: meetingPath,
    body: z
      .strictObject({ roundIds: z.array(z.int().min(1)).max(maxRounds) })
      .meta({ id: 'RoundsOrder', description: '`roundIds`: all that have not begun.' }),
    done: 'They are to come in this order.',
    refusals: ['ROUND_UNKNOWN', 'ROUND_BEGUN'],
  },
  ({ body: { roundIds } }, from) => ({ type: 'ReorderRounds', roundIds, ...from }),
)

const startNextRound = defineCommand(
  {
    id: 'startNextRound',
    method: 'POST',
    path: '/meetings/{meeting}/rounds/next',
    summary: 'Begin the next round: everybody goes to their room of it',
    scope: 'meetings:write',
    params: meetingPath,
    body: z.strictObject({ inMs: countdownMsSchema }).partial().meta({ id: 'NextRound' }),
    done: 'It runs, or the countdown does.',
    refusals: ['ROOMS_OFF', 'ROUND_NONE'],
  },
  ({ body: { inMs = 0 } }, from) => ({ type: 'StartNextRound', inMs, ...from }),
)

export const rounds: Resource = {
  name: 'rounds',
  meaning: 'Several groupings, one after the other.',
  operations: [
    listRounds,
    planRounds,
    addRound,
    startNextRound,
    reorderRounds,
    changeRound,
    assignInRound,
    removeRound,
  ],
}
