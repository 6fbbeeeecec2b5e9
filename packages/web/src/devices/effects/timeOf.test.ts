// SPDX-License-Identifier: Apache-2.0
import { afterEach, describe, expect, it, vi } from 'vitest'
import { quickestOf } from './timeOf.ts'

afterEach(() => void vi.useRealTimers())

/** Work that takes as long as the next of these. */
function workOf(...lengths: number[]) {
  vi.useFakeTimers({ toFake: ['performance'] })
  return vi.fn(async () => void vi.advanceTimersByTime(lengths.shift() ?? 0))
}

describe('how quick a machine is', () => {
  it('takes a moment in which it was busy with something else for none', async () => {
    const work = workOf(3_000, 400, 100)
    expect(await quickestOf(work, 250)).toBe(100)
    expect(work).toHaveBeenCalledTimes(3)
  })

  it('works once where that is quick enough', async () => {
    const work = workOf(250)
    expect(await quickestOf(work, 250)).toBe(250)
    expect(work).toHaveBeenCalledOnce()
  })

  it('knows a slow one after a few tries', async () => {
    const work = workOf(500, 400, 600, 300, 900, 10)
    expect(await quickestOf(work, 250)).toBe(300)
  })
})
