// SPDX-License-Identifier: Apache-2.0
// How much is written in a room, for moderators: that people talk there, not what they say.
import { MessageSquare } from 'lucide-react'
import { t } from '../../i18n/texts.ts'

export function RoomMessages({ messages }: { readonly messages: number }) {
  if (messages === 0) return null
  return (
    <span className="room-messages" role="img" aria-label={t('rooms.messages', { count: messages })}>
      <MessageSquare aria-hidden="true" /> {messages}
    </span>
  )
}
