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

  it('counts refusals and forgets them as fast as tokens come back', () => {
    const rate = createRateLimit({ burst: 1, perSecond: 1 })
    rate.take(0)
    rate.take(0)
    rate.take(0)
    expect(rate.refusals()).toBe(2)
    rate.take(1_000)
    expect(rate.refusals()).toBe(1)
    rate.take(5_000)
    expect(rate.refusals()).toBe(0)
  })

  it('goes on counting a flood of which some get through, also where each takes its time', () => {
    const rate = createRateLimit({ burst: 10, perSecond: 50 })
    // 250 a second, for two seconds: 110 get through.
    for (let sent = 0; sent < 500; sent += 1) rate.take(sent * 4)
    expect(rate.refusals()).toBeGreaterThan(250)
    // Half as much again as is allowed is no flood.
    const patient = createRateLimit({ burst: 10, perSecond: 50 })
    for (let sent = 0; sent < 2_000; sent += 1) patient.take((sent * 1_000) / 75)
    expect(patient.refusals()).toBeLessThan(5)
  })

  it('takes nothing from anybody when the clock is set back', () => {
    const rate = createRateLimit({ burst: 2, perSecond: 1 })
    rate.take(3_600_000)
    expect(rate.take(0)).toBe(0)
    expect(rate.refusals()).toBe(0)
    expect(rate.take(1_000)).toBe(0)
  })
})
