// SPDX-License-Identifier: Apache-2.0
// What is kept of the messages of a meeting. The log keeps everything; the state keeps what clients may ask for.
import type { ChatTarget, ParticipantId, RoomId } from '@alcove/protocol'

export interface StoredMessage {
  /** Its number in the meeting, from 1. */
  readonly seq: number
  readonly from: ParticipantId
  readonly to: ChatTarget
  readonly text: string
  readonly at: number
}

export interface ChatState {
  /** How many messages were ever sent. */
  readonly sent: number
  /** In the order of sending, of all channels; bounded. */
  readonly messages: readonly StoredMessage[]
  /** How many were ever sent in each room that there is, the main room included. */
  readonly sentInRooms: ReadonlyMap<RoomId, number>
}

export const emptyChat: ChatState = { sent: 0, messages: [], sentInRooms: new Map() }
