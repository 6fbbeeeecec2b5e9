// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { createGuessLimit } from './guessLimit.ts'

it('looks at twenty wrong guesses, then at one every ten seconds', () => {
  const limit = createGuessLimit()
  for (let guess = 0; guess < 20; guess += 1) {
    expect(limit.waitMs('meeting address', 0)).toBe(0)
    limit.failed('meeting address', 0)
  }
  expect(limit.waitMs('meeting address', 0)).toBe(10_000)
  expect(limit.waitMs('meeting other', 0)).toBe(0)
  expect(limit.waitMs('meeting address', 5_000)).toBe(5_000)
  expect(limit.waitMs('meeting address', 10_000)).toBe(0)
  limit.failed('meeting address', 10_000)
  expect(limit.waitMs('meeting address', 10_000)).toBe(10_000)
})
