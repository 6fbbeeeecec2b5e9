// SPDX-License-Identifier: Apache-2.0
// Everything that one may read, as a text file: one message after the other, with time, place and name.
import type { ChatLog, MeetingView } from '@alcove/client'
import { type ChatMessage, mainRoomId } from '@alcove/protocol'
import { t } from '../../i18n/texts.ts'

export function toChatText(log: ChatLog, view: MeetingView, timeOf: (at: number) => string): string {
  const messages = [...log.threads.values()].flat().sort((first, second) => first.seq - second.seq)
  const blocks = messages.map((message) => {
    const text = message.text.replaceAll('\n', '\n    ')
    return `${timeOf(message.at)}  [${placeOf(message, view)}]  ${message.fromName}: ${text}\n`
  })
  return blocks.join('')
}

function placeOf({ to, toName }: ChatMessage, view: MeetingView): string {
  switch (to.kind) {
    case 'meeting':
      return t('words.everyone')
    case 'person':
      return t('chat.to', { name: toName ?? t('chat.somebody') })
    case 'room':
      if (to.roomId === mainRoomId) return t('words.mainRoom')
      return view.meeting.rooms[to.roomId]?.name ?? t('chat.removedRoom')
  }
}
