// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { isPasswordFit, toPasswordDigits } from './passwordRule.ts'

it.each([
  ['open sesame', undefined, true],
  ['1234', 4, true],
  ['123', 4, false],
  ['12345', 4, false],
  ['12a4', 4, false],
  ['١٢٣٤', 4, false],
])('%s, where %s digits are wanted: %s', (password, digits, isFit) => {
  expect(isPasswordFit(password, digits)).toBe(isFit)
})

it.each([
  [4, 4],
  [undefined, undefined],
  [0, undefined],
  [-1, undefined],
  [2.5, undefined],
  [1e9, undefined],
])('takes %s for a number of digits as %s, so that some password fits', (wanted, digits) => {
  expect(toPasswordDigits(wanted)).toBe(digits)
})
