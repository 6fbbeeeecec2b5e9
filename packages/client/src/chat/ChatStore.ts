// SPDX-License-Identifier: Apache-2.0
// The messages that this client holds, by thread: each once and in order, however and how often they arrive. Knows nothing of requests.
import type { ChatMessage, ChatTarget, ParticipantId } from '@alcove/protocol'

/** Everybody, a room, or the two-sided talk with one person. */
export type ThreadKey = 'meeting' | `room:${string}` | `person:${string}`

/** What was written and may be read here. Threads that did not change keep their identity. */
export interface ChatLog {
  /** Each in the order of sending; threads without messages are not there. */
  readonly threads: ReadonlyMap<ThreadKey, readonly ChatMessage[]>
  /** The history has been fetched: what is not there was not written, or is too old, or may not be read. */
  readonly isComplete: boolean
  /** The greatest number of all messages held; 0 when there is none. */
  readonly lastSeq: number
}

export const emptyChatLog: ChatLog = { threads: new Map(), isComplete: false, lastSeq: 0 }

/** As many as the server keeps. */
const maxPerThread = 1_000

/** Where a message to this target belongs, written or read by `ownId`. */
export function threadKeyOf(to: ChatTarget, from: ParticipantId, ownId: ParticipantId | undefined): ThreadKey {
  if (to.kind === 'meeting') return 'meeting'
  if (to.kind === 'room') return `room:${to.roomId}`
  return `person:${from === ownId ? to.participantId : from}`
}

/** The log with these messages in it; those that it has already change nothing. */
export function withMessages(
  log: ChatLog,
  messages: readonly ChatMessage[],
  ownId: ParticipantId | undefined,
): ChatLog {
  const threads = new Map(log.threads)
  let { lastSeq } = log
  for (const message of messages) {
    const key = threadKeyOf(message.to, message.from, ownId)
    const thread = threads.get(key) ?? []
    const at = placeFor(thread, message.seq)
    if (at === undefined) continue
    threads.set(key, [...thread.slice(0, at), message, ...thread.slice(at)].slice(-maxPerThread))
    lastSeq = Math.max(lastSeq, message.seq)
  }
  return { ...log, threads, lastSeq }
}

/** The log without what this person wrote. */
export function withoutWriter(log: ChatLog, writer: ParticipantId): ChatLog {
  const threads = [...log.threads].map(([key, messages]): [ThreadKey, readonly ChatMessage[]] => [
    key,
    messages.some(({ from }) => from === writer) ? messages.filter(({ from }) => from !== writer) : messages,
  ])
  return { ...log, threads: new Map(threads.filter(([, messages]) => messages.length > 0)) }
}

/** Index at which a message with this number belongs; undefined when it is there already. Most belong at the end. */
function placeFor(thread: readonly ChatMessage[], seq: number): number | undefined {
  const before = thread.findLastIndex((message) => message.seq <= seq)
  return thread[before]?.seq === seq ? undefined : before + 1
}
