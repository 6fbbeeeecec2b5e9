// SPDX-License-Identifier: Apache-2.0
// What a client may ask, as one closed union on `type`, parsed once at the server's edge. Requests with an `id` are commands: they change the
// meeting, are stored with their outcome, and may be resent with the same id. The others concern this connection only.
import * as z from 'zod/mini'
import { announcementSchemas } from './announcements.ts'
import { chatTargetSchema, chatTextSchema, maxChatPage } from './chat.ts'
import type { WireError } from './errors.ts'
import { glanceSchemas } from './glance.ts'
import { groupingCommandSchemas, roomsPreviewSchema } from './grouping.ts'
import { handSchemas } from './hands.ts'
import { helpSchemas } from './help.ts'
import { commandIdSchema, participantIdSchema, resumeTokenSchema, roomIdSchema } from './ids.ts'
import { moderationSchemas } from './moderation.ts'
import { nameSchema, subjectSchema } from './names.ts'
import { pageTextSendSchema } from './pageTexts.ts'
import { podiumSchemas } from './podium.ts'
import { reactionSendSchema } from './reactions.ts'
import { roomSchemas } from './rooms.ts'
import { avatarSchema, claimCodeSchema, moderatorKeySchema, passwordSchema, rosterSchemas } from './roster.ts'
import {
  durationMsSchema,
  lateJoinSchema,
  roleSchema,
  selfMoveSchema,
  sourceSchema,
  timerEndSchema,
} from './vocabulary.ts'

const id = commandIdSchema
/** RTP, DTLS and ICE structures belong to mediasoup, which checks them itself; here they are only kept to plain objects. */
const mediaObject = z.record(z.string(), z.unknown())
const mediaId = z.string().check(z.minLength(1), z.maxLength(64))
/** How long a countdown runs; 0: at once. */
export const countdownMsSchema = z.int().check(z.gte(0), z.lte(600_000))

/** Versions of the parts that a returning client still holds; equal ones are not sent again. */
const knownParts = z.record(
  z.string().check(z.maxLength(80)),
  z.strictObject({ epoch: z.string().check(z.maxLength(64)), version: z.int() }),
)

const commandSchemas = {
  'meeting.join': z.strictObject({
    type: z.literal('meeting.join'),
    id,
    displayName: nameSchema,
    resumeToken: resumeTokenSchema,
    moderatorKey: z.optional(moderatorKeySchema),
    claimCode: z.optional(claimCodeSchema),
    password: z.optional(passwordSchema),
  }),
  'meeting.leave': z.strictObject({ type: z.literal('meeting.leave'), id }),
  'meeting.policy': z.strictObject({ type: z.literal('meeting.policy'), id, selfMove: selfMoveSchema }),
  'participant.role': z.strictObject({
    type: z.literal('participant.role'),
    id,
    participantId: participantIdSchema,
    role: roleSchema,
  }),
  'participant.rename': z.strictObject({
    type: z.literal('participant.rename'),
    id,
    participantId: participantIdSchema,
    displayName: nameSchema,
  }),
  /** A picture of oneself, where the server lets people choose it; left out: none any more. */
  'participant.avatar': z.strictObject({
    type: z.literal('participant.avatar'),
    id,
    avatar: z.optional(avatarSchema),
  }),
  /** Left out: none any more. */
  'meeting.subject': z.strictObject({ type: z.literal('meeting.subject'), id, subject: z.optional(subjectSchema) }),
  'room.remove': z.strictObject({ type: z.literal('room.remove'), id, roomId: roomIdSchema }),
  'room.open': z.strictObject({ type: z.literal('room.open'), id, roomId: roomIdSchema }),
  'room.close': z.strictObject({ type: z.literal('room.close'), id, roomId: roomIdSchema }),
  'rooms.close': z.strictObject({ type: z.literal('rooms.close'), id, inMs: z.optional(countdownMsSchema) }),
  'rooms.open': z.strictObject({ type: z.literal('rooms.open'), id, inMs: z.optional(countdownMsSchema) }),
  'countdown.cancel': z.strictObject({ type: z.literal('countdown.cancel'), id }),
  'timer.start': z.strictObject({
    type: z.literal('timer.start'),
    id,
    durationMs: durationMsSchema,
    atEnd: timerEndSchema,
  }),
  'timer.extend': z.strictObject({ type: z.literal('timer.extend'), id, byMs: durationMsSchema }),
  'timer.stop': z.strictObject({ type: z.literal('timer.stop'), id }),
  'rooms.allow': z.strictObject({ type: z.literal('rooms.allow'), id, allowed: z.boolean() }),
  'meeting.lateJoin': z.strictObject({ type: z.literal('meeting.lateJoin'), id, lateJoin: lateJoinSchema }),
  'participant.assign': z.strictObject({
    type: z.literal('participant.assign'),
    id,
    participantId: participantIdSchema,
    /** Absent: to none. */
    roomId: z.optional(roomIdSchema),
  }),
  'chat.send': z.strictObject({ type: z.literal('chat.send'), id, to: chatTargetSchema, text: chatTextSchema }),
  ...moderationSchemas,
  ...announcementSchemas,
  ...handSchemas,
  ...helpSchemas,
  ...roomSchemas,
  ...groupingCommandSchemas,
  ...rosterSchemas,
  ...podiumSchemas,
  ...glanceSchemas,
} as const

const pictureHeight = z.int().check(z.gte(1), z.lte(4320))

const shownItem = z.strictObject({
  participantId: participantIdSchema,
  source: z.enum(['camera', 'screen']),
  /** Height in device pixels at which it is shown. */
  height: pictureHeight,
})

const connectionSchemas = {
  'meeting.resume': z.strictObject({
    type: z.literal('meeting.resume'),
    participantId: participantIdSchema,
    resumeToken: resumeTokenSchema,
    known: z.optional(knownParts),
    /** From a moderator link: whoever comes back is moderator from now on. */
    moderatorKey: z.optional(moderatorKeySchema),
  }),
  /** The newest messages that one may read, of all channels; with `before`, those with a lower number. */
  'chat.history': z.strictObject({
    type: z.literal('chat.history'),
    before: z.optional(z.int().check(z.gte(1))),
    limit: z.int().check(z.gte(1), z.lte(maxChatPage)),
  }),
  /** Who was where from when to when: for moderators. */
  'meeting.report': z.strictObject({ type: z.literal('meeting.report') }),
  'rooms.preview': roomsPreviewSchema,
  'reaction.send': reactionSendSchema,
  'pageText.send': pageTextSendSchema,
  'media.open': z.strictObject({ type: z.literal('media.open') }),
  'media.receive': z.strictObject({ type: z.literal('media.receive'), rtpCapabilities: mediaObject }),
  'media.connect': z.strictObject({
    type: z.literal('media.connect'),
    transportId: mediaId,
    dtlsParameters: mediaObject,
  }),
  'media.restartIce': z.strictObject({ type: z.literal('media.restartIce'), transportId: mediaId }),
  'media.produce': z.strictObject({
    type: z.literal('media.produce'),
    source: sourceSchema,
    rtpParameters: mediaObject,
    paused: z.boolean(),
    /** Lines of the picture at its full size; layers are chosen by it. */
    height: z.optional(pictureHeight),
  }),
  'media.pause': z.strictObject({ type: z.literal('media.pause'), source: sourceSchema, paused: z.boolean() }),
  'media.close': z.strictObject({ type: z.literal('media.close'), source: sourceSchema }),
  'media.show': z.strictObject({
    type: z.literal('media.show'),
    roomId: roomIdSchema,
    items: z.array(shownItem).check(z.maxLength(100)),
  }),
  'media.ready': z.strictObject({
    type: z.literal('media.ready'),
    consumerIds: z.array(mediaId).check(z.maxLength(1000)),
  }),
} as const

const requestSchema = z.discriminatedUnion('type', [
  commandSchemas['meeting.join'],
  commandSchemas['meeting.leave'],
  commandSchemas['meeting.policy'],
  commandSchemas['participant.move'],
  commandSchemas['participant.role'],
  commandSchemas['participant.rename'],
  commandSchemas['participant.avatar'],
  commandSchemas['meeting.subject'],
  commandSchemas['room.create'],
  commandSchemas['room.remove'],
  commandSchemas['room.open'],
  commandSchemas['room.close'],
  commandSchemas['rooms.close'],
  commandSchemas['rooms.open'],
  commandSchemas['countdown.cancel'],
  commandSchemas['timer.start'],
  commandSchemas['timer.extend'],
  commandSchemas['timer.stop'],
  commandSchemas['rooms.allow'],
  commandSchemas['meeting.lateJoin'],
  commandSchemas['participant.assign'],
  commandSchemas['rooms.assign'],
  commandSchemas['rooms.seat'],
  commandSchemas['rooms.undo'],
  commandSchemas['rounds.plan'],
  commandSchemas['round.add'],
  commandSchemas['round.change'],
  commandSchemas['round.assign'],
  commandSchemas['round.remove'],
  commandSchemas['rounds.reorder'],
  commandSchemas['rounds.next'],
  commandSchemas['chat.send'],
  commandSchemas['moderation.stop'],
  commandSchemas['moderation.start'],
  commandSchemas['moderation.invite'],
  commandSchemas['moderation.decline'],
  commandSchemas['moderation.mustAsk'],
  commandSchemas['moderation.ask'],
  commandSchemas['moderation.allow'],
  commandSchemas['participant.remove'],
  commandSchemas['meeting.end'],
  commandSchemas['meeting.limit'],
  commandSchemas['meeting.keep'],
  commandSchemas['announcement.send'],
  commandSchemas['hand.raise'],
  commandSchemas['hands.lower'],
  commandSchemas['help.ask'],
  commandSchemas['help.withdraw'],
  commandSchemas['help.take'],
  commandSchemas['help.answer'],
  commandSchemas['help.return'],
  commandSchemas['room.change'],
  commandSchemas['room.place'],
  commandSchemas['room.host'],
  commandSchemas['room.knock'],
  commandSchemas['room.admit'],
  commandSchemas['people.expect'],
  commandSchemas['people.claim'],
  commandSchemas['people.forget'],
  commandSchemas['lobby.admit'],
  commandSchemas['lobby.write'],
  commandSchemas['lobby.answer'],
  commandSchemas['meeting.lobby'],
  commandSchemas['meeting.beforeModerator'],
  commandSchemas['meeting.toldOutside'],
  commandSchemas['meeting.password'],
  commandSchemas['meeting.key'],
  commandSchemas['meeting.delete'],
  commandSchemas['podium.take'],
  commandSchemas['podium.leave'],
  commandSchemas['podium.end'],
  commandSchemas['glance.start'],
  commandSchemas['glance.stop'],
  commandSchemas['meeting.glance'],
  connectionSchemas['meeting.resume'],
  connectionSchemas['chat.history'],
  connectionSchemas['meeting.report'],
  connectionSchemas['rooms.preview'],
  connectionSchemas['reaction.send'],
  connectionSchemas['pageText.send'],
  connectionSchemas['media.open'],
  connectionSchemas['media.receive'],
  connectionSchemas['media.connect'],
  connectionSchemas['media.restartIce'],
  connectionSchemas['media.produce'],
  connectionSchemas['media.pause'],
  connectionSchemas['media.close'],
  connectionSchemas['media.show'],
  connectionSchemas['media.ready'],
])

export type Request = z.infer<typeof requestSchema>
export type RequestType = Request['type']
export type RequestOf<Type extends RequestType> = Extract<Request, { type: Type }>
export type CommandRequest = Extract<Request, { id: unknown }>
export type ShownItem = z.infer<typeof shownItem>

/**
 * Parses what a client sent.
 * @returns the request, or the error to answer: NAME_INVALID where only a name is wrong, CHAT_TEXT_INVALID where only the text of a
 * message is (TEXT_INVALID: of anything else that is typed), else REQUEST_INVALID with the path of the first fault.
 */
export function parseRequest(input: unknown): { ok: true; request: Request } | { ok: false; error: WireError } {
  const parsed = requestSchema.safeParse(input)
  if (parsed.success) return { ok: true, request: parsed.data }
  const paths = parsed.error.issues.map((issue) => issue.path.join('.'))
  const onlyNames = paths.length > 0 && paths.every((path) => path === 'displayName' || path === 'name')
  const onlyText = paths.length > 0 && paths.every((path) => path === 'text' || path === 'task' || path === 'subject')
  const textCode = isChatSend(input) ? 'CHAT_TEXT_INVALID' : 'TEXT_INVALID'
  const code = onlyNames ? 'NAME_INVALID' : onlyText ? textCode : 'REQUEST_INVALID'
  return {
    ok: false,
    error: { code, details: { path: (paths[0] ?? '').slice(0, 80) } },
  }
}

function isChatSend(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'type' in input && input.type === 'chat.send'
}
