// SPDX-License-Identifier: Apache-2.0
// The chat beside the meeting: the page knows how much of it is unread, and opens the talk that was asked for from elsewhere.
import type { ChatLog, MeetingView } from '@alcove/client'
import { useEffect, useRef } from 'react'
import type { PageSnapshot, PageStore } from '../../state/PageStore.ts'
import { type ChatState, useChat } from '../chat/useChat.ts'

export function useMeetingChat(
  view: MeetingView,
  log: ChatLog,
  page: PageStore,
  { chatOpen, thread }: PageSnapshot,
): ChatState | undefined {
  const chat = useChat(view, log, chatOpen)
  useAskedThread(thread, chat)
  const unread = chat?.unread ?? 0
  useEffect(() => page.setUnread(unread), [page, unread])
  return chat
}

function useAskedThread({ to, turn }: PageSnapshot['thread'], chat: ChatState | undefined): void {
  const latest = useRef(chat)
  latest.current = chat
  useEffect(() => {
    if (turn === 0) return
    if (to === 'room') latest.current?.select('room')
    else latest.current?.talkTo(to)
  }, [to, turn])
}
