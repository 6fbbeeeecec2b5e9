// SPDX-License-Identifier: Apache-2.0
// What the chat keeps in this tab: which thread is open, up to where each was read (over reloads), private talks that were opened, drafts.
import type { ChatLog, MeetingView, ThreadKey } from '@alcove/client'
import type { ParticipantId } from '@alcove/protocol'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { tabStorage } from '../../state/tabStorage.ts'
import { type Arrival, type ChatTab, type Seen, type TabId, toTabs, unreadOf, withSeen } from './chatModel.ts'

export interface ChatState {
  readonly log: ChatLog
  readonly tabs: readonly ChatTab[]
  readonly active: ChatTab
  readonly unread: number
  /** Since one is in the present room; undefined while one has not moved. */
  readonly arrival: Arrival | undefined
  readonly draft: string
  readonly setDraft: (key: ThreadKey, text: string) => void
  readonly draftOf: (key: ThreadKey) => string
  readonly select: (id: TabId) => void
  readonly talkTo: (participantId: ParticipantId) => void
}

export function useChat(view: MeetingView, log: ChatLog, isOpen: boolean): ChatState | undefined {
  const [chosen, setChosen] = useState<TabId>('room')
  const [opened, setOpened] = useState<readonly ParticipantId[]>([])
  const [drafts, setDrafts] = useState<Readonly<Partial<Record<ThreadKey, string>>>>({})
  const [seen, setSeen] = useSeen(view.meeting.meetingId, log)
  const arrival = useArrival(view, log)
  const isLookedAt = usePageVisible() && isOpen

  const tabs = toTabs({ view, log, seen, opened })
  const active = tabs.find(({ id }) => id === chosen) ?? tabs[0]
  const activeKey = active?.key
  useEffect(() => {
    if (isLookedAt && activeKey !== undefined && log.isComplete) setSeen((before) => withSeen(before, log, activeKey))
  }, [isLookedAt, activeKey, log, setSeen])

  const talkTo = useCallback((participantId: ParticipantId) => {
    setOpened((before) => (before.includes(participantId) ? before : [...before, participantId]))
    setChosen(`person:${participantId}`)
  }, [])
  const setDraft = useCallback(
    (key: ThreadKey, text: string) => setDrafts((before) => ({ ...before, [key]: text })),
    [],
  )
  if (!active) return undefined
  return {
    log,
    tabs,
    active,
    // Before the history is there nobody can say what is new.
    unread: log.isComplete ? unreadOf(tabs) : 0,
    arrival,
    draft: drafts[active.key] ?? '',
    setDraft,
    draftOf: (key) => drafts[key] ?? '',
    select: setChosen,
    talkTo,
  }
}

/** Kept with the tab, so that a reload does not make everything new again. */
function useSeen(meetingId: string, log: ChatLog) {
  const storageKey = `alcove:chat-seen:${meetingId}`
  const [seen, setSeen] = useState<Seen | undefined>(() => readSeen(storageKey))
  const isKnown = seen !== undefined
  useEffect(() => {
    if (!isKnown && log.isComplete) setSeen({ baseline: log.lastSeq, threads: {} })
  }, [isKnown, log])
  useEffect(() => {
    try {
      if (seen) tabStorage()?.setItem(storageKey, JSON.stringify(seen))
    } catch {
      // Storage may be full: then a reload makes everything new again.
    }
  }, [seen, storageKey])
  const change = useCallback((update: (before: Seen) => Seen) => setSeen((before) => before && update(before)), [])
  return [seen ?? { baseline: Number.POSITIVE_INFINITY, threads: {} }, change] as const
}

function readSeen(storageKey: string): Seen | undefined {
  try {
    // Written by useSeen; what is not of its shape is as good as nothing.
    const stored = JSON.parse(tabStorage()?.getItem(storageKey) ?? 'null') as Partial<Seen> | null
    const isSeen = typeof stored?.baseline === 'number' && typeof stored.threads === 'object'
    return isSeen ? { baseline: stored.baseline ?? 0, threads: stored.threads ?? {} } : undefined
  } catch {
    return undefined
  }
}

function useArrival({ room: { roomId } }: MeetingView, { lastSeq }: ChatLog): Arrival | undefined {
  const first = useRef(roomId)
  const [arrival, setArrival] = useState<Arrival>()
  const before = arrival?.roomId ?? first.current
  // Set while rendering, so that no message of the new room is drawn above the line.
  if (roomId !== before) setArrival({ roomId, afterSeq: lastSeq })
  return arrival
}

function usePageVisible(): boolean {
  return useSyncExternalStore(
    (listener) => {
      document.addEventListener('visibilitychange', listener)
      return () => document.removeEventListener('visibilitychange', listener)
    },
    () => document.visibilityState === 'visible',
  )
}
