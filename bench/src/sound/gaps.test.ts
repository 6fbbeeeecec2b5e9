// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { firstStart, longestSilence } from './gaps.ts'

test('the longest silence counts, also before the first and after the last sound', () => {
  const runs = [
    { from: 0, to: 100 },
    { from: 130, to: 200 },
  ]
  expect(longestSilence(runs, 50, 200)).toBe(30)
  expect(longestSilence(runs, 50, 300)).toBe(100)
  expect(longestSilence(runs, -60, 200)).toBe(60)
})

test('what sounds at the same time leaves no gap, in whatever order it is listed', () => {
  const runs = [
    { from: 90, to: 300 },
    { from: 0, to: 400 },
    { from: 10, to: 100 },
  ]
  expect(longestSilence(runs, 20, 350)).toBe(0)
})

test('without any sound all of it is silence', () => {
  expect(longestSilence([], 10, 60)).toBe(50)
  expect(longestSilence([{ from: 100, to: 200 }], 10, 60)).toBe(50)
})

test('the first start is the first at or after the moment', () => {
  const runs = [
    { from: 5, to: 9 },
    { from: 30, to: 40 },
    { from: 20, to: 25 },
  ]
  expect(firstStart(runs, 10)).toBe(20)
  expect(firstStart(runs, 31)).toBeUndefined()
})
