// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fade } from './fade.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function play(element: { volume: number; muted: boolean }, target: number) {
  fade(element, target)
  vi.advanceTimersByTime(1_000)
  return element
}

it('changes the volume step by step, and no volume is no sound', () => {
  const element = { volume: 1, muted: false }
  fade(element, 0.5)
  vi.advanceTimersByTime(150)
  expect(element.volume).toBeCloseTo(0.75)
  vi.advanceTimersByTime(150)
  expect(element).toEqual({ volume: 0.5, muted: false })
  expect(play(element, 0)).toEqual({ volume: 0, muted: true })
  expect(play(element, 0.2)).toEqual({ volume: 0.2, muted: false })
})

it('makes silent and loud again also where the volume cannot be set, as on iOS', () => {
  let muted = false
  const element = {
    get volume() {
      return 1
    },
    set volume(_) {},
    get muted() {
      return muted
    },
    set muted(value) {
      muted = value
    },
  }
  expect(play(element, 0).muted).toBe(true)
  expect(play(element, 1).muted).toBe(false)
})
