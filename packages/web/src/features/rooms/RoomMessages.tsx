// SPDX-License-Identifier: Apache-2.0
// How much is written in a room, for moderators: that people talk there, not what they say.
import { MessageSquare } from 'lucide-react'

export function RoomMessages({ messages }: { readonly messages: number }) {
  if (messages === 0) return null
  return (
    <span className="room-messages" role="img" aria-label={messages === 1 ? '1 message' : `${messages} messages`}>
      <MessageSquare aria-hidden="true" /> {messages}
    </span>
  )
}
