// SPDX-License-Identifier: Apache-2.0
// How people are put into rooms by the server, once or for several rounds: what can be wished, asked and answered.
import * as z from 'zod/mini'
import { commandIdSchema, type ParticipantId, participantIdSchema, type RoomId, roomIdSchema } from './ids.ts'
import { nameSchema } from './names.ts'
import { durationMsSchema } from './vocabulary.ts'

const id = commandIdSchema
/** Seeds are 32-bit unsigned integers. */
const seed = z.optional(z.int().check(z.gte(0), z.lte(0xffffffff)))
const people = z.array(participantIdSchema).check(z.minLength(2), z.maxLength(100))

/** Which rooms: so many (more are made if need be), as many as it takes for groups of at most this size, or exactly these. */
const intoSchema = z.union([
  z.strictObject({ rooms: z.int().check(z.gte(1), z.lte(1000)) }),
  z.strictObject({ size: z.int().check(z.gte(1), z.lte(1000)) }),
  z.strictObject({ roomIds: z.array(roomIdSchema).check(z.minLength(1), z.maxLength(1000)) }),
])

export const groupingWishesSchema = z.strictObject({
  /** Left out: all rooms that there are. */
  into: z.optional(intoSchema),
  /** People with different values of an attribute in one room (`spread`), or with the same (`gather`). */
  attribute: z.optional(
    z.strictObject({
      name: z.string().check(z.minLength(1), z.maxLength(80)),
      how: z.enum(['spread', 'gather']),
    }),
  ),
  /** Each list of people is kept together in one room. */
  together: z.optional(z.array(people).check(z.maxLength(200))),
  /** Of each list no two people are in one room. */
  apart: z.optional(z.array(people).check(z.maxLength(200))),
  /** Left out: `left-out`. `spread`: they are seated, too, as many in one room as in another. */
  moderators: z.optional(z.enum(['left-out', 'spread'])),
  /** Whether people who were prepared and have not come yet are seated, too. Left out: they are not. */
  expected: z.optional(z.boolean()),
})
/** How people are to be put into rooms; everything left out means evenly and by chance. */
export type GroupingWishes = z.infer<typeof groupingWishesSchema>

export const groupedPeopleSchema = z.enum(['main-room', 'everybody', 'unassigned'])
/** Who is seated: those in the main room, everybody, or those who are assigned to no room. */
export type GroupedPeople = z.infer<typeof groupedPeopleSchema>

/** Counts up with each round made in a meeting. */
const roundIdSchema = z.int().check(z.gte(1), z.lte(1_000_000))
export type RoundId = z.infer<typeof roundIdSchema>

/** Who is in which room in one round. */
export const groupsSchema = z
  .array(
    z.strictObject({
      roomId: roomIdSchema,
      participantIds: z.array(participantIdSchema).check(z.maxLength(1000)),
    }),
  )
  .check(z.maxLength(1000))

/** The most rounds that a meeting may have. */
export const maxRounds = 20

export const groupingCommandSchemas = {
  'rooms.assign': z.strictObject({
    type: z.literal('rooms.assign'),
    id,
    who: groupedPeopleSchema,
    seed,
    /** Assigns and moves nobody. */
    hold: z.optional(z.boolean()),
    wishes: z.optional(groupingWishesSchema),
  }),
  /** Seats people as listed, all or nobody; listed in the main room: assigned to none. `hold`: assigns and moves nobody. */
  'rooms.seat': z.strictObject({
    type: z.literal('rooms.seat'),
    id,
    groups: groupsSchema,
    hold: z.optional(z.boolean()),
  }),
  /** Takes the last seating back, by the server or by list. */
  'rooms.undo': z.strictObject({ type: z.literal('rooms.undo'), id }),
  'rounds.plan': z.strictObject({
    type: z.literal('rounds.plan'),
    id,
    count: z.int().check(z.gte(1), z.lte(maxRounds)),
    seed,
    durationMs: z.optional(durationMsSchema),
    wishes: z.optional(groupingWishesSchema),
    /** The new rounds take the place of all that have not begun. */
    replace: z.optional(z.boolean()),
  }),
  'round.add': z.strictObject({
    type: z.literal('round.add'),
    id,
    name: z.optional(nameSchema),
    durationMs: z.optional(durationMsSchema),
    groups: groupsSchema,
  }),
  /** What is left out stays; a duration of 0 takes it away. */
  'round.change': z.strictObject({
    type: z.literal('round.change'),
    id,
    roundId: roundIdSchema,
    name: z.optional(nameSchema),
    durationMs: z.optional(z.union([z.literal(0), durationMsSchema])),
    groups: z.optional(groupsSchema),
  }),
  /** Puts people into another room of a round and leaves all others where they are; without a room, into none. */
  'round.assign': z.strictObject({
    type: z.literal('round.assign'),
    id,
    roundId: roundIdSchema,
    participantIds: z.array(participantIdSchema).check(z.minLength(1), z.maxLength(1000)),
    roomId: z.optional(roomIdSchema),
  }),
  'round.remove': z.strictObject({ type: z.literal('round.remove'), id, roundId: roundIdSchema }),
  /** The rounds that have not begun, all of them, in the order in which they are to come. */
  'rounds.reorder': z.strictObject({
    type: z.literal('rounds.reorder'),
    id,
    roundIds: z.array(roundIdSchema).check(z.maxLength(maxRounds)),
  }),
  /** Begins the next round: at once, or after a countdown. */
  'rounds.next': z.strictObject({
    type: z.literal('rounds.next'),
    id,
    inMs: z.optional(z.int().check(z.gte(0), z.lte(600_000))),
  }),
} as const

/** What `rooms.assign` would do with the same seed, while the meeting stays as it is; changes nothing. */
export const roomsPreviewSchema = z.strictObject({
  type: z.literal('rooms.preview'),
  who: groupedPeopleSchema,
  seed,
  hold: z.optional(z.boolean()),
  wishes: z.optional(groupingWishesSchema),
})

/** The people of one room. */
export type RoomGroup = {
  readonly roomId: RoomId
  readonly participantIds: readonly ParticipantId[]
}

/** What an assignment would be. */
export type AssignmentPreview = {
  /** Give it to `rooms.assign` to have exactly this. */
  readonly seed: number
  /** Everybody of each room as it would be; a room without an id would be made. */
  readonly groups: readonly { readonly roomId?: RoomId; readonly participantIds: readonly ParticipantId[] }[]
}

/** A planned, running or past round: for moderators. */
export type RoundView = {
  readonly name: string
  /** Place among the rounds, from 1. */
  readonly order: number
  readonly durationMs?: number
  readonly groups: Readonly<Record<RoomId, readonly ParticipantId[]>>
  readonly status: 'waiting' | 'running' | 'over'
  readonly startedAt?: number
  readonly endedAt?: number
}

/** How far the rounds are: for everybody. */
export type RoundsProgress =
  /** None is running; `next` is the number of the one that comes. */
  | { readonly status: 'planned'; readonly next: number; readonly count: number }
  | { readonly status: 'running'; readonly number: number; readonly count: number; readonly name: string }
  /** All were held. */
  | { readonly status: 'over'; readonly count: number }
