// SPDX-License-Identifier: Apache-2.0
// Words and requests about people who are to come and about the meeting's door: seats prepared for them, codes that open one, lobby, password,
// moderator key. Secrets travel to the server, which keeps their hashes only.
import * as z from 'zod/mini'
import { textSchema } from './chat.ts'
import { commandIdSchema, type ParticipantId, participantIdSchema, roomIdSchema } from './ids.ts'
import { isPrintable, nameSchema } from './names.ts'
import { beforeModeratorSchema, type Role, roleSchema, toldOutsideSchema } from './vocabulary.ts'

/** Most people in one request; longer lists are sent in pieces. */
export const maxExpectedAtOnce = 200
export const maxLobbyTextLength = 500
const id = commandIdSchema
const shortText = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most))

/** Letters and digits count, in either case; blanks and hyphens are for the eye. At least 8 of them, made at random by whoever prepares the seat. */
export const claimCodeSchema = z.string().check(
  z.maxLength(100),
  z.overwrite((code) => code.replace(/[\s-]/g, '').toUpperCase()),
  z.regex(/^[0-9A-Z]{8,64}$/),
)
/** The secret of the moderator link: 256 random bits as 64 hex digits, made by whoever sets it. */
export const moderatorKeySchema = z.string().check(z.regex(/^[0-9a-f]{64}$/))
export const passwordSchema = z.string().check(z.minLength(1), z.maxLength(128))
export const emailSchema = z.string().check(z.trim(), z.maxLength(254), z.regex(/^[^\s@]+@[^\s@]+$/))
/** Address of a picture of somebody: where browsers get it, encrypted on the way. */
export const avatarSchema = z.url({ protocol: /^https$/ }).check(z.maxLength(2_000))
export const userIdSchema = shortText(128).check(z.refine(isPrintable))
/** Up to 20 things known of a person, by which people can be spread or gathered. */
export const attributesSchema = z
  .record(shortText(40), z.string().check(z.maxLength(120)))
  .check(z.refine((attributes) => Object.keys(attributes).length <= 20))

export const expectedPersonSchema = z.strictObject({
  /** The seat to change; left out: the one of this user id or e-mail, else a new one. */
  participantId: z.optional(participantIdSchema),
  displayName: nameSchema,
  role: z.optional(roleSchema),
  userId: z.optional(userIdSchema),
  email: z.optional(emailSchema),
  /** Left out: of somebody who is known already it stays; null takes it away. */
  avatar: z.optional(z.nullable(avatarSchema)),
  attributes: z.optional(attributesSchema),
  claimCode: z.optional(claimCodeSchema),
  /** Milliseconds since 1970. */
  claimExpiresAt: z.optional(z.int().check(z.gte(0))),
  roomId: z.optional(roomIdSchema),
  /** Goes to the room on joining as soon as it is open, not only when people are sent there. */
  atOnce: z.optional(z.boolean()),
})
/** Somebody who is to come, as a client describes them. */
export type ExpectedPersonInput = z.infer<typeof expectedPersonSchema>

export const lobbyTextSchema = textSchema(maxLobbyTextLength)

export const rosterSchemas = {
  'people.expect': z.strictObject({
    type: z.literal('people.expect'),
    id,
    people: z.array(expectedPersonSchema).check(z.minLength(1), z.maxLength(maxExpectedAtOnce)),
  }),
  /** A new code for a seat; the one before opens nothing any more. */
  'people.claim': z.strictObject({
    type: z.literal('people.claim'),
    id,
    participantId: participantIdSchema,
    claimCode: claimCodeSchema,
    claimExpiresAt: z.optional(z.int().check(z.gte(0))),
  }),
  'people.forget': z.strictObject({ type: z.literal('people.forget'), id, participantId: participantIdSchema }),
  'lobby.admit': z.strictObject({
    type: z.literal('lobby.admit'),
    id,
    participantIds: z.union([z.array(participantIdSchema).check(z.maxLength(1_000)), z.literal('everybody')]),
  }),
  /** From the lobby to the moderators. */
  'lobby.write': z.strictObject({ type: z.literal('lobby.write'), id, text: lobbyTextSchema }),
  /** A moderator to somebody who waits. */
  'lobby.answer': z.strictObject({
    type: z.literal('lobby.answer'),
    id,
    participantId: participantIdSchema,
    text: lobbyTextSchema,
  }),
  'meeting.lobby': z.strictObject({ type: z.literal('meeting.lobby'), id, lobby: z.boolean() }),
  'meeting.beforeModerator': z.strictObject({
    type: z.literal('meeting.beforeModerator'),
    id,
    beforeModerator: beforeModeratorSchema,
  }),
  'meeting.toldOutside': z.strictObject({
    type: z.literal('meeting.toldOutside'),
    id,
    toldOutside: toldOutsideSchema,
  }),
  /** Left out: no password any more. */
  'meeting.password': z.strictObject({ type: z.literal('meeting.password'), id, password: z.optional(passwordSchema) }),
  'meeting.key': z.strictObject({ type: z.literal('meeting.key'), id, moderatorKey: moderatorKeySchema }),
  'meeting.delete': z.strictObject({ type: z.literal('meeting.delete'), id }),
} as const

/** How the door of the meeting stands: for everybody. */
export type DoorView = {
  /** People wait until a moderator lets them in. */
  readonly lobby: boolean
  /** The moderator who switched it last. */
  readonly lobbyBy?: ParticipantId
  /** A password is asked of those who come by the plain link. */
  readonly password: boolean
  /** There is a moderator link: nobody is moderator by coming first, and the meeting is kept after it ends. */
  readonly moderatorKey: boolean
  readonly beforeModerator: z.infer<typeof beforeModeratorSchema>
  /** What those are told who have not entered. */
  readonly toldOutside: z.infer<typeof toldOutsideSchema>
}

/** What those are told who have not entered; what is left out is not told. */
export type OutsideView = {
  readonly subject?: string
  /** How many are in the meeting, whatever room they are in. */
  readonly people?: number
  /** Of those in the main room, the first ones in the order of coming. */
  readonly names?: readonly string[]
}

/** What moderators know of a person beyond the name. */
export type IdentityView = {
  readonly userId?: string
  readonly email?: string
  /** Address of a picture. */
  readonly avatar?: string
  readonly attributes: Readonly<Record<string, string>>
}

/** Somebody who has not come yet. */
export type ExpectedView = IdentityView & {
  readonly displayName: string
  readonly role: Role
  /** A code opens this seat. */
  readonly claimable: boolean
}

/** Somebody in the lobby. */
export type WaitingView = {
  readonly displayName: string
  /** Milliseconds since 1970. */
  readonly since: number
  /** The connection is lost and may come back. */
  readonly lost: boolean
  readonly email?: string
  /** Address of a picture. */
  readonly avatar?: string
  readonly talk?: readonly LobbyMessageView[]
}

/** What was written between somebody who waits and the moderators; the oldest first. */
export type LobbyMessageView = {
  readonly fromModerator: boolean
  readonly text: string
  /** Milliseconds since 1970, by the server's clock. */
  readonly at: number
}

/** Result of `people.expect`: the seats, in the order of the list. */
export type ExpectedResult = { readonly participantIds: readonly ParticipantId[] }
