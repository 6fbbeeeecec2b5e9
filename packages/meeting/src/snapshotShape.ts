// SPDX-License-Identifier: Apache-2.0
// Guards for what a snapshot holds. Hand-written, so that the core needs no schema library; they check shapes, invariants check sense.
import { type Actor, features, type ParticipantId } from '@alcove/protocol'
import { isAnnouncements } from './announcements/announcementsShape.ts'
import type { Room } from './breakout/room.ts'
import { isRoom } from './breakout/roomShape.ts'
import { type ChatSnapshot, isChat, isVisitsOfSeat, type VisitsOfSeat } from './chat/chatSnapshot.ts'
import { isAssignment, isConduct } from './conduct/conductShape.ts'
import { type DoorSnapshot, isDoor } from './door/doorSnapshot.ts'
import { type GlanceSnapshot, isGlanceState } from './glance/glanceShape.ts'
import { isHands } from './hands/handsShape.ts'
import { type HelpSnapshot, isHelp } from './help/helpShape.ts'
import type { ModerationState, PersonModeration } from './moderation/moderationState.ts'
import { isPodium, type PodiumSnapshot } from './podium/podiumShape.ts'
import { isReseated, isRounds } from './rounds/roundsShape.ts'
import { isListOf, isNumber, isOneOf, isRecord, isString } from './shapes.ts'
import type { EndedMeeting, KeptMeeting, Outcome, RunningMeeting, Seat } from './state.ts'
import { isTries, type TriesSnapshot } from './tries/triesShape.ts'

/** A running meeting as plain data: maps are lists. */
export interface RunningSnapshot
  extends Omit<
    RunningMeeting,
    | 'rooms'
    | 'seats'
    | 'outcomes'
    | 'withoutModeratorSince'
    | 'visits'
    | 'chat'
    | 'moderation'
    | 'door'
    | 'podium'
    | 'glance'
    | 'help'
    | 'tries'
  > {
  readonly rooms: readonly Room[]
  readonly seats: readonly Seat[]
  readonly outcomes: readonly { readonly by: Actor; readonly outcomes: readonly Outcome[] }[]
  readonly withoutModeratorSince?: number
  readonly door: DoorSnapshot
  readonly visits: readonly VisitsOfSeat[]
  readonly chat: ChatSnapshot
  readonly help: HelpSnapshot
  readonly tries: TriesSnapshot
  readonly podium: PodiumSnapshot
  readonly glance: GlanceSnapshot
  readonly moderation: Pick<ModerationState, 'mustAsk'> & {
    readonly people: readonly ({ readonly id: ParticipantId } & PersonModeration)[]
  }
}

/** An ended meeting as plain data. */
export interface EndedSnapshot extends Omit<EndedMeeting, 'kept'> {
  readonly kept?: Omit<KeptMeeting, 'last'> & { readonly last: RunningSnapshot }
}

export function isEnded(value: unknown): value is EndedSnapshot {
  return isRecord(value) && value.status === 'ended' && isString(value.meetingId) && isKept(value.kept)
}

function isKept(value: unknown): boolean {
  if (value === undefined) return true
  return isRecord(value) && isNumber(value.endedAt) && isNumber(value.until) && isRunning(value.last)
}

export function isRunning(value: unknown): value is RunningSnapshot {
  return (
    isRecord(value) &&
    value.status === 'running' &&
    isString(value.meetingId) &&
    isNumber(value.createdAt) &&
    value.createdAt >= 0 &&
    isSettings(value.settings) &&
    isOneOf(value.selfMove, ['anywhere', 'main-only', 'nowhere']) &&
    typeof value.roomsAllowed === 'boolean' &&
    typeof value.roomsDenied === 'boolean' &&
    (value.subject === undefined || isString(value.subject)) &&
    (value.lastRemoved === undefined || isRemoval(value.lastRemoved)) &&
    isConduct(value.conduct) &&
    isListOf(value.rooms, isRoom) &&
    isListOf(value.seats, isSeat) &&
    isNumber(value.roomsMade) &&
    isNumber(value.seatsMade) &&
    isListOf(value.outcomes, isOutcomesOfSeat) &&
    (value.withoutModeratorSince === undefined || isNumber(value.withoutModeratorSince)) &&
    isListOf(value.visits, isVisitsOfSeat) &&
    isChat(value.chat) &&
    isModeration(value.moderation) &&
    isDoor(value.door) &&
    isAnnouncements(value.announcements) &&
    isHands(value.hands) &&
    isHelp(value.help) &&
    isRounds(value.rounds) &&
    isListOf(value.seated, isReseated) &&
    isPodium(value.podium) &&
    isGlanceState(value.glance) &&
    isTries(value.tries) &&
    (value.reportKeyHash === undefined || isString(value.reportKeyHash))
  )
}

function isSettings(value: unknown): boolean {
  return (
    isRecord(value) &&
    ['absenceGraceMs', 'retentionMs', 'maxRooms', 'maxSeats', 'keyedRetentionMs'].every((key) =>
      isNumber(value[key]),
    ) &&
    (value.shorterRetentionMs === undefined || isNumber(value.shorterRetentionMs)) &&
    typeof value.firstIsModerator === 'boolean' &&
    (value.breakoutRooms === undefined || typeof value.breakoutRooms === 'boolean') &&
    (value.tellsChat === undefined || typeof value.tellsChat === 'boolean') &&
    (value.avatars === undefined || isOneOf(value.avatars, ['off', 'vouched', 'all']))
  )
}

function isSeat(value: unknown): boolean {
  return (
    isRecord(value) &&
    ['id', 'displayName', 'roomId'].every((key) => isString(value[key])) &&
    (value.tokenHash === undefined || isString(value.tokenHash)) &&
    typeof value.admitted === 'boolean' &&
    isIdentity(value.identity) &&
    (value.avatar === undefined || isString(value.avatar)) &&
    (value.takenOffPodium === undefined || isTakenOff(value.takenOffPodium)) &&
    isListOf(value.denied, isFeature) &&
    (value.claim === undefined || isClaim(value.claim)) &&
    isOneOf(value.role, ['moderator', 'participant']) &&
    isNumber(value.order) &&
    isRecord(value.presence) &&
    isOneOf(value.presence.status, ['expected', 'waiting', 'present', 'absent', 'gone']) &&
    isNumber(value.presence.since) &&
    (value.presence.talk === undefined || isListOf(value.presence.talk, isLobbyMessage)) &&
    isAssignment(value.assignment)
  )
}

function isRemoval(value: unknown): boolean {
  return isRecord(value) && isString(value.participantId) && isString(value.by) && isNumber(value.at)
}

function isTakenOff(value: unknown): boolean {
  return isRecord(value) && isString(value.by) && isNumber(value.at)
}

function isFeature(value: unknown): boolean {
  return isOneOf(value, features)
}

function isLobbyMessage(value: unknown): boolean {
  return isRecord(value) && isString(value.from) && isString(value.text) && isNumber(value.at)
}

function isIdentity(value: unknown): boolean {
  return (
    isRecord(value) &&
    [value.userId, value.email, value.avatar].every((name) => name === undefined || isString(name)) &&
    isRecord(value.attributes) &&
    Object.values(value.attributes).every(isString)
  )
}

function isClaim(value: unknown): boolean {
  return isRecord(value) && isString(value.hash) && (value.expiresAt === undefined || isNumber(value.expiresAt))
}

function isModeration(value: unknown): boolean {
  return isRecord(value) && isListOf(value.mustAsk, isKind) && isListOf(value.people, isPersonModeration)
}

function isPersonModeration(value: unknown): boolean {
  return (
    isRecord(value) &&
    isString(value.id) &&
    isRecordOf(value.stopped, ['microphone', 'camera', 'screen']) &&
    isRecordOf(value.invited, ['microphone', 'camera']) &&
    isListOf(value.allowed, isKind) &&
    isListOf(value.asking, isKind) &&
    typeof value.barred === 'boolean'
  )
}

function isKind(value: unknown): boolean {
  return isOneOf(value, ['audio', 'video'])
}

/** Strings under known keys. */
function isRecordOf(value: unknown, keys: readonly string[]): boolean {
  return isRecord(value) && Object.entries(value).every(([key, held]) => keys.includes(key) && isString(held))
}

function isOutcomesOfSeat(value: unknown): boolean {
  return isRecord(value) && isString(value.by) && isListOf(value.outcomes, isOutcome)
}

function isOutcome(value: unknown): boolean {
  return isRecord(value) && isString(value.commandId) && (value.result === null || isRecord(value.result))
}
