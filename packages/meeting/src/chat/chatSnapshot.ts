// SPDX-License-Identifier: Apache-2.0
// Messages and visits as plain data and back, with the guards of their shapes (see snapshot.ts).
import type { JsonObject, ParticipantId, RoomId } from '@alcove/protocol'
import { isListOf, isNumber, isRecord, isString } from '../shapes.ts'
import type { Visit } from '../visits/visit.ts'
import type { ChatState, StoredMessage } from './chatState.ts'

export interface VisitsOfSeat {
  readonly by: ParticipantId
  readonly visits: readonly Visit[]
}

export interface ChatSnapshot {
  readonly sent: number
  readonly messages: readonly StoredMessage[]
  readonly sentInRooms: readonly { readonly roomId: RoomId; readonly sent: number }[]
}

export function toVisitSnapshot({ end, ...visit }: Visit): JsonObject {
  return { ...visit, ...(end && { end: { ...end } }) }
}

export function toChatSnapshot({ sent, messages, sentInRooms }: ChatState): JsonObject {
  return {
    sent,
    messages: messages.map((message) => ({ ...message, to: { ...message.to } })),
    sentInRooms: [...sentInRooms].map(([roomId, count]) => ({ roomId, sent: count })),
  }
}

export function fromChatSnapshot({ sent, messages, sentInRooms }: ChatSnapshot): ChatState {
  return { sent, messages, sentInRooms: new Map(sentInRooms.map((room) => [room.roomId, room.sent])) }
}

export function isVisitsOfSeat(value: unknown): boolean {
  return isRecord(value) && isString(value.by) && isListOf(value.visits, isVisit)
}

export function isChat(value: unknown): boolean {
  return (
    isRecord(value) &&
    isCount(value.sent) &&
    isListOf(value.messages, isMessage) &&
    isListOf(value.sentInRooms, (room) => isRecord(room) && isString(room.roomId) && isCount(room.sent))
  )
}

function isVisit(value: unknown): boolean {
  return (
    isRecord(value) &&
    isString(value.roomId) &&
    isCount(value.from) &&
    isCount(value.fromSeq) &&
    isCount(value.spokenMs) &&
    (value.heardAt === undefined || isCount(value.heardAt)) &&
    (value.end === undefined || isVisitEnd(value.end))
  )
}

function isVisitEnd(value: unknown): boolean {
  return (
    isRecord(value) &&
    isCount(value.at) &&
    isCount(value.seq) &&
    (value.roomName === undefined || isString(value.roomName))
  )
}

function isMessage(value: unknown): boolean {
  return (
    isRecord(value) &&
    isCount(value.seq) &&
    isString(value.from) &&
    isTarget(value.to) &&
    isString(value.text) &&
    isCount(value.at)
  )
}

function isTarget(value: unknown): boolean {
  if (!isRecord(value)) return false
  if (value.kind === 'room') return isString(value.roomId)
  return value.kind === 'meeting' || (value.kind === 'person' && isString(value.participantId))
}

function isCount(value: unknown): value is number {
  return isNumber(value) && value >= 0
}
