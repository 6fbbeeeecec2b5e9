// SPDX-License-Identifier: Apache-2.0
// How the kept messages of a meeting grow and are bounded (SPEC CH).
import type { RoomId } from '@alcove/protocol'
import type { EventOf } from '../events.ts'
import { invariant } from '../invariant.ts'
import type { RunningMeeting } from '../state.ts'
import type { StoredMessage } from './chatState.ts'

/** Of one channel: the room, everybody, or two people. */
export const maxMessagesPerChannel = 1_000
export const maxMessages = 5_000
/** What is too old is dropped with every so many messages: looking through all for each one would cost more than the message. */
export const pruneEvery = 100

export function evolveMessageSent(state: RunningMeeting, event: EventOf<'MessageSent'>): RunningMeeting {
  const { from, to, text, at } = event
  invariant(state.seats.has(from), `a message of ${from}, who has no seat`)
  const { chat } = state
  const message: StoredMessage = { seq: chat.sent + 1, from, to, text, at }
  const sentInRooms =
    to.kind === 'room'
      ? new Map(chat.sentInRooms).set(to.roomId, (chat.sentInRooms.get(to.roomId) ?? 0) + 1)
      : chat.sentInRooms
  return {
    ...state,
    chat: { sent: message.seq, messages: prune([...chat.messages, message], message.seq), sentInRooms },
  }
}

/** A room that is removed is counted no more; what was said in it stays readable to those who were there. */
export function forgetRoom(state: RunningMeeting, roomId: RoomId): RunningMeeting {
  if (!state.chat.sentInRooms.has(roomId)) return state
  const sentInRooms = new Map(state.chat.sentInRooms)
  sentInRooms.delete(roomId)
  return { ...state, chat: { ...state.chat, sentInRooms } }
}

export function assertChat({ chat, rooms }: RunningMeeting): void {
  invariant(chat.messages.length < maxMessages + pruneEvery, 'too many messages are kept')
  let last = 0
  for (const { seq } of chat.messages) {
    invariant(seq > last && seq <= chat.sent, `message ${seq} is out of order`)
    last = seq
  }
  for (const roomId of chat.sentInRooms.keys())
    invariant(roomId === 'main' || rooms.has(roomId), `messages are counted of room ${roomId}, which does not exist`)
}

function prune(messages: readonly StoredMessage[], sent: number): readonly StoredMessage[] {
  if (sent % pruneEvery !== 0) return messages
  const counts = new Map<string, number>()
  const isKept = (message: StoredMessage): boolean => {
    const channel = channelOf(message)
    const newer = counts.get(channel) ?? 0
    counts.set(channel, newer + 1)
    return newer < maxMessagesPerChannel
  }
  return messages.toReversed().filter(isKept).slice(0, maxMessages).reverse()
}

/** Both directions between two people are one channel. */
function channelOf({ from, to }: StoredMessage): string {
  if (to.kind === 'meeting') return 'meeting'
  return to.kind === 'room' ? to.roomId : [from, to.participantId].sort().join('/')
}
