// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watchMouse } from './mouse.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const places = ['clientX', 'clientY', 'movementX', 'movementY', 'offsetX', 'offsetY', 'pageX', 'pageY']
const place = Object.fromEntries([...places, 'x', 'y', 'screenX', 'screenY'].map((name, index) => [name, index]))

it('tells where the pointer comes, goes and moves, of moves not each one, and nothing once it is over', () => {
  const send = vi.fn()
  let intervalMs: number | undefined
  const root = new EventTarget()
  const stop = watchMouse(send, () => intervalMs, root as HTMLElement)
  const happen = (type: string) => root.dispatchEvent(Object.assign(new Event(type), { ...place, buttons: 1 }))
  const told = () => send.mock.calls.splice(0).map(([{ name }]) => name)
  happen('mouseenter')
  expect(send.mock.calls).toEqual([[{ name: 'mouseEnter', payload: { event: place } }]])
  send.mockClear()
  happen('mousemove')
  happen('mousemove')
  vi.advanceTimersByTime(1_000)
  happen('mousemove')
  happen('mouseleave')
  expect(told()).toEqual(['mouseMove', 'mouseMove', 'mouseLeave'])
  intervalMs = 200
  for (let count = 0; count < 4; count += 1) {
    vi.advanceTimersByTime(100)
    happen('mousemove')
  }
  expect(told()).toEqual(['mouseMove', 'mouseMove'])
  stop()
  happen('mouseleave')
  expect(told()).toEqual([])
})
