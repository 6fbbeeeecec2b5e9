// SPDX-License-Identifier: Apache-2.0
// Tells of a meeting's changes at once, but for messages: where hundreds of people write at the same time, the page would be drawn anew for every one of them and
// do nothing else. What is new of the chat alone is told ten times a second at most.
import type { MeetingClient, MeetingSnapshot } from '@alcove/client'

const chatEveryMs = 100

export function subscribeCalmly(
  client: Pick<MeetingClient, 'subscribe' | 'getSnapshot'>,
  listener: () => void,
): () => void {
  let told = client.getSnapshot()
  let toldAt = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = () => {
    clearTimeout(timer)
    timer = undefined
    told = client.getSnapshot()
    toldAt = performance.now()
    listener()
  }
  const unsubscribe = client.subscribe(() => {
    const waitMs = isOnlyChatNew(told, client.getSnapshot()) ? toldAt + chatEveryMs - performance.now() : 0
    if (waitMs <= 0) tell()
    else timer ??= setTimeout(tell, waitMs)
  })
  return () => {
    clearTimeout(timer)
    unsubscribe()
  }
}

function isOnlyChatNew({ chat: _, ...before }: MeetingSnapshot, after: MeetingSnapshot): boolean {
  return Object.entries(before).every(([key, value]) => after[key as keyof typeof before] === value)
}
