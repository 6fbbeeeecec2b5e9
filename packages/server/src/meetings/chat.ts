// SPDX-License-Identifier: Apache-2.0
// Tells new messages to those who may read them, and to nobody else, and everybody whose messages are forgotten. Called on the one path, after the commit is stored and views are published, so
// that the people admitted to a room's part are those placed in it.
import type { ChatMessage, MeetingId, ParticipantId } from '@alcove/protocol'
import { roomPartKey } from '@alcove/protocol'
import type { Audience } from './ports.ts'

export function tellMessages(messages: readonly ChatMessage[], meetingId: MeetingId, audience: Audience): void {
  for (const message of messages) tell(message, meetingId, audience)
}

/** Whoever holds what these people wrote drops it. */
export function tellForgotten(writers: ReadonlySet<ParticipantId>, meetingId: MeetingId, audience: Audience): void {
  for (const participantId of writers)
    audience.broadcast(meetingId, 'meeting', { type: 'chat.forgotten', participantId })
}

function tell(message: ChatMessage, meetingId: MeetingId, audience: Audience): void {
  const { to } = message
  switch (to.kind) {
    case 'meeting':
      audience.broadcast(meetingId, 'meeting', { type: 'chat.message', message })
      break
    case 'room':
      audience.broadcast(meetingId, roomPartKey(to.roomId), { type: 'chat.message', message })
      break
    case 'person':
      for (const participantId of [message.from, to.participantId])
        audience.send(meetingId, participantId, { type: 'chat.message', message })
      break
  }
}
