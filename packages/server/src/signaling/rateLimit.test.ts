// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { createRateLimit } from './rateLimit.ts'

describe('rate limit', () => {
  it('lets a burst through, then says how long to wait, then lets one through after that time', () => {
    const rate = createRateLimit({ burst: 3, perSecond: 10 })
    expect([rate.take(0), rate.take(0), rate.take(0)]).toEqual([0, 0, 0])
    expect(rate.take(0)).toBe(100)
    expect(rate.take(100)).toBe(0)
    expect(rate.take(100)).toBe(100)
  })

  it('counts refusals in a row and forgets them after a success', () => {
    const rate = createRateLimit({ burst: 1, perSecond: 1 })
    rate.take(0)
    rate.take(0)
    rate.take(0)
    expect(rate.refusals()).toBe(2)
    rate.take(5_000)
    expect(rate.refusals()).toBe(0)
  })
})
