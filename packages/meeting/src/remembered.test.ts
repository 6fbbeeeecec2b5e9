// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { remembered } from './remembered.ts'

test('the same inputs give the same result, made once; another one gives another', () => {
  let made = 0
  const sum = remembered((first: { readonly value: number }, second: number) => {
    made += 1
    return { sum: first.value + second }
  })
  const one = { value: 1 }
  expect(sum(one, 1)).toEqual({ sum: 2 })
  expect(sum(one, 1)).toBe(sum(one, 1))
  expect(made).toBe(1)
  expect(sum(one, 2)).toEqual({ sum: 3 })
  expect(sum({ value: 1 }, 2)).toEqual({ sum: 3 })
  expect(made).toBe(3)
})
