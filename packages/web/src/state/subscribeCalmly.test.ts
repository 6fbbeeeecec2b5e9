// SPDX-License-Identifier: Apache-2.0
import type { MeetingSnapshot } from '@alcove/client'
import { expect, it, vi } from 'vitest'
import { subscribeCalmly } from './subscribeCalmly.ts'

/** A meeting of which this test says what is new. */
function openMeeting() {
  let snapshot = { view: 0, chat: 0 } as unknown as MeetingSnapshot
  let changed = () => {}
  const drawn: unknown[] = []
  const client = {
    getSnapshot: () => snapshot,
    subscribe: (listener: () => void) => {
      changed = listener
      return () => {
        changed = () => {}
      }
    },
  }
  const change = (part: object) => {
    snapshot = { ...snapshot, ...part }
    changed()
  }
  const stop = subscribeCalmly(client, () => drawn.push(snapshot))
  return { drawn, change, stop }
}

it('tells of a flood of messages ten times a second, the first at once, and the last one too', () => {
  vi.useFakeTimers()
  try {
    const { drawn, change } = openMeeting()
    change({ chat: 1 })
    expect(drawn).toHaveLength(1)
    for (let message = 2; message <= 100; message += 1) {
      change({ chat: message })
      vi.advanceTimersByTime(10)
    }
    expect(drawn.length).toBeLessThanOrEqual(11)
    vi.advanceTimersByTime(100)
    expect(drawn.at(-1)).toEqual({ view: 0, chat: 100 })
    const count = drawn.length
    vi.advanceTimersByTime(10_000)
    expect(drawn).toHaveLength(count)
  } finally {
    vi.useRealTimers()
  }
})

it('tells of everything else at once, with the messages that wait; and of nothing after the end', () => {
  vi.useFakeTimers()
  try {
    const { drawn, change, stop } = openMeeting()
    change({ chat: 1 })
    change({ chat: 2 })
    change({ view: 1 })
    expect(drawn).toEqual([
      { view: 0, chat: 1 },
      { view: 1, chat: 2 },
    ])
    vi.advanceTimersByTime(1_000)
    expect(drawn).toHaveLength(2)
    change({ chat: 3 })
    change({ chat: 4 })
    stop()
    vi.advanceTimersByTime(1_000)
    expect(drawn).toHaveLength(3)
  } finally {
    vi.useRealTimers()
  }
})
