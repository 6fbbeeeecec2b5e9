// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { median, p95, percentile } from './percentile.ts'

test('percentiles lie between the nearest samples, whatever their order', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 3, 2])).toBe(2.5)
  expect(p95(Array.from({ length: 101 }, (_, index) => index))).toBe(95)
  expect(percentile([7], 0.95)).toBe(7)
  expect(percentile([10, 20], 0)).toBe(10)
  expect(percentile([10, 20], 1)).toBe(20)
})

test('nothing has no percentile', () => {
  expect(() => median([])).toThrow('nothing')
})
