// SPDX-License-Identifier: Apache-2.0
// Events about messages. Pure.
import type { ChatMessage } from '@alcove/protocol'
import type { EmbedEvent, Picture } from './picture.ts'

export function toChatEvents(before: Picture, after: Picture): EmbedEvent[] {
  if (!after.view) return []
  const ownId = after.view.self.participantId
  const { unread, chatOpen } = after.page
  const isNewState = before.view && (unread !== before.page.unread || chatOpen !== before.page.chatOpen)
  return [
    ...toNewMessages(before, after).map((message) => toMessageEvent(message, message.from === ownId)),
    ...(isNewState
      ? [{ name: 'chatUpdated', payload: { unreadCount: unread, isOpen: chatOpen } } satisfies EmbedEvent]
      : []),
  ]
}

/** What was written before one looked is history, not news. */
function toNewMessages({ chat: before, view }: Picture, { chat: after }: Picture): readonly ChatMessage[] {
  if (!view || !before.isComplete || before.lastSeq === after.lastSeq) return []
  return [...after.threads.values()]
    .flat()
    .filter(({ seq }) => seq > before.lastSeq)
    .sort((first, second) => first.seq - second.seq)
}

function toMessageEvent({ seq, from, fromName, to, text, at }: ChatMessage, isOwn: boolean): EmbedEvent {
  const privateMessage = to.kind === 'person'
  if (isOwn) return { name: 'outgoingMessage', payload: { message: text, privateMessage } }
  const stamp = new Date(at).toISOString()
  return {
    name: 'incomingMessage',
    payload: { from, nick: fromName, message: text, privateMessage, stamp, messageId: `${seq}` },
  }
}
