// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { isPasswordFit } from './passwordRule.ts'

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
