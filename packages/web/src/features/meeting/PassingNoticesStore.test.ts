// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, it, vi } from 'vitest'
import { PassingNoticesStore } from './PassingNoticesStore.ts'

afterEach(() => void vi.useRealTimers())

it('keeps a notice that is to stay for longer than a timer can count', () => {
  vi.useFakeTimers()
  const notices = new PassingNoticesStore()
  notices.show({ tone: 'info', text: 'for years', forMs: 1e12 })
  notices.show({ tone: 'info', text: 'for a moment', forMs: 1_000 })
  vi.advanceTimersByTime(60_000)
  expect(notices.getSnapshot().map(({ text }) => text)).toEqual(['for years'])
})

it('keeps no notice that a newer one about the same makes untrue', () => {
  vi.useFakeTimers()
  const notices = new PassingNoticesStore()
  notices.show({ about: 'place', tone: 'info', text: 'You are in Room 2 now' })
  notices.tell('info', 'Announced.')
  vi.advanceTimersByTime(4_000)
  notices.show({ about: 'place', tone: 'info', text: 'You are back in the main room' })
  expect(notices.getSnapshot().map(({ text }) => text)).toEqual(['Announced.', 'You are back in the main room'])
  vi.advanceTimersByTime(4_000)
  expect(notices.getSnapshot().map(({ text }) => text)).toEqual(['You are back in the main room'])
})
