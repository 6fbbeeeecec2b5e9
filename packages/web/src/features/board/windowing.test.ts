// SPDX-License-Identifier: Apache-2.0
// Rows off screen are left out, those near the window are not, and guesses grow with what a card holds.
import { describe, expect, it } from 'vitest'
import { columnsFor, guessHeight, heightOf, placeRows, rowsBetween } from './windowing.ts'

it('fits as many columns as have their least width, and one on any phone', () => {
  const at = (width: number) => columnsFor({ width, minCard: 300, gap: 14 })
  expect([0, 300, 613, 614, 927, 928, 1142].map(at)).toEqual([1, 1, 1, 2, 2, 3, 3])
})

describe('rows', () => {
  const rows = placeRows([100, 200, 100, 100, 100], 10)

  it('stand below each other with the gap between', () => {
    expect(rows.map(({ top }) => top)).toEqual([0, 110, 320, 430, 540])
    expect(heightOf(rows)).toBe(640)
    expect(heightOf([])).toBe(0)
  })

  it('are shown when any part of them is in the window', () => {
    expect(rowsBetween(rows, 0, 110)).toEqual({ first: 0, end: 1 })
    expect(rowsBetween(rows, 0, 111)).toEqual({ first: 0, end: 2 })
    expect(rowsBetween(rows, 310, 330)).toEqual({ first: 2, end: 3 })
    expect(rowsBetween(rows, 309, 330)).toEqual({ first: 1, end: 3 })
    expect(rowsBetween(rows, 600, 900)).toEqual({ first: 4, end: 5 })
  })

  it('are the last one when the window is beyond them, and none where there are none', () => {
    expect(rowsBetween(rows, 2_000, 2_500)).toEqual({ first: 4, end: 5 })
    expect(rowsBetween([], 0, 500)).toEqual({ first: 0, end: 0 })
  })

  it('are few of many', () => {
    const many = placeRows(
      Array.from({ length: 34 }, () => 220),
      14,
    )
    const { first, end } = rowsBetween(many, 3_000, 3_700)
    expect(end - first).toBeLessThanOrEqual(4)
  })
})

it('guesses a card higher with a task and with more people', () => {
  const guess = (people: number, hasTask = false) => guessHeight({ people, hasTask, cardWidth: 350 })
  expect(guess(0, true)).toBeGreaterThan(guess(0))
  expect(guess(8)).toBeGreaterThan(guess(2))
  expect(guessHeight({ people: 8, hasTask: false, cardWidth: 10 })).toBeGreaterThan(guess(8))
})
