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

it('looks at guesses of one key one after the other, also when one fails, and at those of others at once', async () => {
  const limit = createGuessLimit()
  const order: string[] = []
  const look = (name: string, waitsFor?: () => Promise<unknown>) => async () => {
    order.push(`${name} begins`)
    await waitsFor?.()
    order.push(`${name} ends`)
    if (name === 'first') throw new Error('broken')
    return name
  }
  const first = limit.inTurn(
    'key',
    look('first', () => other),
  )
  const second = limit.inTurn('key', look('second'))
  const other = limit.inTurn('other', look('other'))
  await expect(first).rejects.toThrow('broken')
  expect(await second).toBe('second')
  expect(await other).toBe('other')
  expect(order).toEqual(['first begins', 'other begins', 'other ends', 'first ends', 'second begins', 'second ends'])
})
