// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { paced } from './pacing.ts'

describe('paced', () => {
  it('creates a few at once', () => {
    expect(paced([10, 10, 19], weight)).toEqual([{ delayMs: 0, items: [10, 10, 19] }])
    expect(paced([], weight)).toEqual([])
  })

  it('never splits a receiver', () => {
    expect(paced([100, 5], weight)).toEqual([
      { delayMs: 0, items: [100] },
      { delayMs: 50, items: [5] },
    ])
  })

  it('spreads a mass return over at most 500 ms', () => {
    const slices = paced(Array<number>(200).fill(20), weight)
    expect(slices).toHaveLength(100)
    expect(slices.at(-1)?.delayMs).toBe(500)
    expect(slices.flatMap((slice) => slice.items)).toHaveLength(200)
  })
})

function weight(item: number) {
  return item
}
