// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { watchSeat } from './seatDeadline.ts'

function deadline() {
  const timers: (() => void)[] = []
  const state = { isSeated: false, refused: 0 }
  const watched = watchSeat({
    clock: {
      now: () => 0,
      after: (_delayMs, callback) => {
        timers.push(callback)
        return () => void timers.splice(timers.indexOf(callback), 1)
      },
    },
    limitMs: 15_000,
    isSeated: () => state.isSeated,
    onTooLate: () => {
      state.refused += 1
    },
  })
  return { state, watched, timers, pass: () => timers.shift()?.() }
}

describe('the time for taking a seat', () => {
  it('is over for who asked for none', () => {
    const { state, pass } = deadline()
    pass()
    expect(state.refused).toBe(1)
  })

  it('runs on for who waits for the answer, and ends with a seat', async () => {
    const { state, watched, timers, pass } = deadline()
    let answer = () => {}
    const asking = watched.during(() => new Promise<void>((resolve) => (answer = resolve)))
    pass()
    expect(state.refused).toBe(0)
    answer()
    await asking
    state.isSeated = true
    pass()
    expect([state.refused, timers.length]).toEqual([0, 0])
  })

  it('is over when the answer was no seat', async () => {
    const { state, watched, pass } = deadline()
    await watched.during(async () => {})
    pass()
    expect(state.refused).toBe(1)
  })
})
