// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { fitLine, growthPower } from './fitLine.ts'

test('a line is found again, and how well it fits is told', () => {
  const exact = fitLine([
    [0, 3],
    [1, 5],
    [2, 7],
  ])
  expect(exact).toEqual({ start: 3, slope: 2, share: 1 })
  const bent = fitLine([
    [0, 0],
    [1, 1],
    [2, 4],
  ])
  expect(bent.share).toBeGreaterThan(0.9)
  expect(bent.share).toBeLessThan(1)
})

test('the power of growth is found again', () => {
  expect(growthPower([10, 100, 500].map((x) => [x, 7 * x ** 2] as const))).toBeCloseTo(2)
  expect(growthPower([10, 100, 500].map((x) => [x, 7] as const))).toBeCloseTo(0)
})

test('one place makes no line', () => {
  expect(() => fitLine([[1, 1]])).toThrow('two different places')
})
