// SPDX-License-Identifier: Apache-2.0
// View model of the chat: its tabs with what is unread, and the lines of a thread. Pure; same for phone and desk.
import { type ChatLog, type MeetingView, type ThreadKey, threadKeyOf } from '@alcove/client'
import type { ChatMessage, ChatTarget, ParticipantId, RoomId } from '@alcove/protocol'
import { t } from '../../i18n/texts.ts'
import { roomNameOf } from '../rooms/roomsPane.ts'

/** `room` is whatever room one is in: a move changes what the tab shows, not which tab is open. */
export type TabId = 'room' | 'meeting' | `person:${string}`

export interface ChatTab {
  readonly id: TabId
  readonly key: ThreadKey
  readonly target: ChatTarget
  readonly name: string
  readonly unread: number
  /** False where nobody would get it, because the person has left, and where one's token forbids it. */
  readonly canWrite: boolean
}

/** Up to which message each thread was read. */
export interface Seen {
  /** What was there when this tab first came in counts as read. */
  readonly baseline: number
  readonly threads: Readonly<Partial<Record<ThreadKey, number>>>
}

export interface TabsInput {
  readonly view: MeetingView
  readonly log: ChatLog
  readonly seen: Seen
  /** People to whom a private talk was opened that has no message yet. */
  readonly opened: readonly ParticipantId[]
}

export function toTabs({ view, log, seen, opened }: TabsInput): readonly ChatTab[] {
  const ownId = view.self.participantId
  const toTab = (id: TabId, target: ChatTarget, name: string, canWrite = true): ChatTab => {
    const key = threadKeyOf(target, ownId, ownId)
    return { id, key, target, name, canWrite, unread: unreadIn(log, key, seen, ownId) }
  }
  const { roomId } = view.room
  const mayWrite = !view.self.denied.includes('send-groupchat')
  return [
    toTab('room', { kind: 'room', roomId }, roomNameOf(view, roomId), mayWrite),
    toTab('meeting', { kind: 'meeting' }, t('words.everyone'), mayWrite),
    ...privateIds(log, opened).map((participantId) => {
      const person = view.meeting.people[participantId]
      const name = person?.displayName ?? nameIn(log.threads.get(`person:${participantId}`), ownId)
      return toTab(`person:${participantId}`, { kind: 'person', participantId }, name, person !== undefined)
    }),
  ]
}

export function unreadOf(tabs: readonly ChatTab[]): number {
  return tabs.reduce((sum, { unread }) => sum + unread, 0)
}

/** What is read when a thread is on screen; the same object when that is nothing new. */
export function withSeen(seen: Seen, log: ChatLog, key: ThreadKey): Seen {
  const last = log.threads.get(key)?.at(-1)?.seq ?? 0
  if (last <= (seen.threads[key] ?? seen.baseline)) return seen
  return { ...seen, threads: { ...seen.threads, [key]: last } }
}

/** When this tab came to its present room, counted in messages. */
export interface Arrival {
  readonly roomId: RoomId
  readonly afterSeq: number
}

export type ChatLine =
  | { readonly type: 'arrival' }
  | { readonly type: 'day'; readonly at: number }
  /** `isFirst`: name and time stand above it; the next few of the same person need none. */
  | { readonly type: 'message'; readonly message: ChatMessage; readonly isFirst: boolean }

const togetherMs = 5 * 60_000

export function toLines(
  messages: readonly ChatMessage[],
  arrival: Arrival | undefined,
  dayOf: (at: number) => string,
): readonly ChatLine[] {
  const lines: ChatLine[] = []
  let before: ChatMessage | undefined
  let hasArrived = arrival === undefined
  for (const message of messages) {
    if (before && dayOf(before.at) !== dayOf(message.at)) lines.push({ type: 'day', at: message.at })
    if (!hasArrived && arrival && message.seq > arrival.afterSeq) {
      hasArrived = true
      lines.push({ type: 'arrival' })
    }
    const continues =
      lines.at(-1)?.type === 'message' && before?.from === message.from && message.at - before.at < togetherMs
    lines.push({ type: 'message', message, isFirst: !continues })
    before = message
  }
  return hasArrived ? lines : [...lines, { type: 'arrival' }]
}

function unreadIn(log: ChatLog, key: ThreadKey, seen: Seen, ownId: ParticipantId): number {
  const read = seen.threads[key] ?? seen.baseline
  return (log.threads.get(key) ?? []).filter(({ seq, from }) => seq > read && from !== ownId).length
}

/** The talk with the newest message first; those without any at the end. */
function privateIds(log: ChatLog, opened: readonly ParticipantId[]): readonly ParticipantId[] {
  const spoken = [...log.threads]
    .filter(([key]) => key.startsWith('person:'))
    .sort(([, first], [, second]) => (second.at(-1)?.seq ?? 0) - (first.at(-1)?.seq ?? 0))
    .map(([key]) => key.slice('person:'.length) as ParticipantId)
  return [...spoken, ...opened.filter((id) => !spoken.includes(id))]
}

/** How somebody who has left is called. */
function nameIn(messages: readonly ChatMessage[] | undefined, ownId: ParticipantId): string {
  const [first] = messages ?? []
  if (!first) return t('chat.somebody')
  return first.from === ownId ? (first.toName ?? t('chat.somebody')) : first.fromName
}
