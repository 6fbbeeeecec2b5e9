// SPDX-License-Identifier: Apache-2.0
// What one person is given to read: the messages of a page of history, and those that a step has added. Everything passes mayRead.
import { type ChatMessage, mainRoomId, type ParticipantId, type RoomId } from '@alcove/protocol'
import { remembered } from '../remembered.ts'
import type { MeetingState, RunningMeeting } from '../state.ts'
import type { ChatState, StoredMessage } from './chatState.ts'
import { mayRead } from './mayRead.ts'

export interface HistoryQuery {
  /** Only messages with a lower number. */
  readonly before?: number | undefined
  readonly limit: number
}

export interface HistoryPage {
  /** Newest last. */
  readonly messages: readonly ChatMessage[]
  /** Older ones are there that this person may read. */
  readonly more: boolean
}

/** The last messages that this person may read, of all channels; none of somebody who was forgotten, of which only the number is left. */
export function readHistory(state: MeetingState, reader: ParticipantId, { before, limit }: HistoryQuery): HistoryPage {
  if (state.status !== 'running') return { messages: [], more: false }
  const readable = state.chat.messages.filter(
    (message) =>
      (before === undefined || message.seq < before) && message.text !== '' && mayRead(state, reader, message),
  )
  return {
    messages: readable.slice(-limit).map((message) => toChatMessage(state, message)),
    more: readable.length > limit,
  }
}

/** What was sent between two states. */
export function messagesBetween(before: MeetingState, after: MeetingState): readonly ChatMessage[] {
  if (after.status !== 'running') return []
  const known = before.status === 'running' ? before.chat.sent : 0
  if (after.chat.sent === known) return []
  return after.chat.messages.filter(({ seq }) => seq > known).map((message) => toChatMessage(after, message))
}

/** How much was written in each room, for those who may not read it. */
export const messageCounts = remembered(
  (sentInRooms: ChatState['sentInRooms'], rooms: RunningMeeting['rooms']): Readonly<Record<RoomId, number>> => {
    const counts: Record<RoomId, number> = {}
    for (const roomId of [mainRoomId, ...rooms.keys()]) {
      const sent = sentInRooms.get(roomId)
      if (sent !== undefined) counts[roomId] = sent
    }
    return counts
  },
)

function toChatMessage(state: RunningMeeting, message: StoredMessage): ChatMessage {
  const nameOf = (id: ParticipantId) => state.seats.get(id)?.displayName ?? ''
  const { to } = message
  const addressee = to.kind === 'person' ? { toName: nameOf(to.participantId) } : {}
  return { ...message, fromName: nameOf(message.from), ...addressee }
}
