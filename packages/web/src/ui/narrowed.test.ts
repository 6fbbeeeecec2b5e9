// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { mostListed, toListed } from './narrowed.ts'

const names = Array.from({ length: 500 }, (_, index) => `Person ${index + 1}`)

it('lists as many as can be looked through, and says how many more fit', () => {
  const all = toListed(names, () => true)
  expect(all.listed).toEqual(names.slice(0, mostListed))
  expect(all.restCount).toBe(500 - mostListed)
})

it('lists all that fit when they are few', () => {
  expect(toListed(names, (name) => name.includes('499'))).toEqual({ listed: ['Person 499'], restCount: 0 })
  expect(toListed(names, () => false)).toEqual({ listed: [], restCount: 0 })
})
