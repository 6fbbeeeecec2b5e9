// SPDX-License-Identifier: Apache-2.0
// What of the chat may leave the meeting, for the programs that its operator tells (SPEC CH13).
import type { ParticipantId, RoomId } from '@alcove/protocol'
import { mainRoomId } from '@alcove/protocol'
import type { MeetingEvent } from '../events.ts'
import type { MeetingState } from '../state.ts'

export interface PublicMessage {
  readonly from: ParticipantId
  /** As they were called when they wrote it. */
  readonly fromName: string
  /** Where it was said; what was said to everybody was said in the main room. */
  readonly roomId: RoomId
  readonly text: string
  readonly at: number
}

/** The message that this event is, unless it is private, was forgotten, or the meeting tells none. @param state the meeting in which it happened */
export function publicMessageOf(state: MeetingState, event: MeetingEvent): PublicMessage | undefined {
  if (state.status !== 'running' || !state.settings.tellsChat) return undefined
  if (event.type !== 'MessageSent' || event.to.kind === 'person' || event.text === '') return undefined
  const { from, to, text, at } = event
  const fromName = state.seats.get(from)?.displayName ?? ''
  return { from, fromName, roomId: to.kind === 'room' ? to.roomId : mainRoomId, text, at }
}
