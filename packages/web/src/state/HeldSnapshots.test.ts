// SPDX-License-Identifier: Apache-2.0
import type { MeetingSnapshot } from '@alcove/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { HeldSnapshots } from './HeldSnapshots.ts'

function openMeeting() {
  let snapshot = { view: 0 } as unknown as MeetingSnapshot
  const listeners = new Set<() => void>()
  const held = new HeldSnapshots({
    getSnapshot: () => snapshot,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  })
  const seen: unknown[] = []
  const stop = held.subscribe(() => seen.push(held.getSnapshot().view))
  const change = (view: number) => {
    snapshot = { view } as unknown as MeetingSnapshot
    for (const listener of listeners) listener()
  }
  return { held, seen, change, stop, listeners }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('tells of changes at once, of none while held, and of the last one when released', () => {
  const { held, seen, change } = openMeeting()
  change(1)
  held.hold()
  change(2)
  change(3)
  expect(held.getSnapshot().view).toBe(1)
  expect(seen).toEqual([1])
  held.release()
  expect(seen).toEqual([1, 3])
  change(4)
  expect(seen).toEqual([1, 3, 4])
})

it('tells nothing when nothing has changed, and nothing after the end', () => {
  const { held, seen, change, stop, listeners } = openMeeting()
  held.hold()
  held.release()
  held.release()
  expect(seen).toEqual([])
  held.hold()
  stop()
  change(1)
  held.release()
  expect(seen).toEqual([])
  expect(listeners.size).toBe(0)
})

it('is released by itself after a second, counted from when it was last held', () => {
  const { held, seen, change } = openMeeting()
  held.hold()
  vi.advanceTimersByTime(900)
  held.hold()
  change(1)
  vi.advanceTimersByTime(900)
  expect(seen).toEqual([])
  vi.advanceTimersByTime(100)
  expect(seen).toEqual([1])
})
