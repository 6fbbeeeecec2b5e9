// SPDX-License-Identifier: Apache-2.0
import { expect, it, vi } from 'vitest'
import { findNamed, mostListed, toListed } from './narrowed.ts'

const names = Array.from({ length: 500 }, (_, index) => `Person ${index + 1}`)
const asItIs = (name: string) => name

it('lists as many as can be looked through, and says how many more fit', () => {
  const all = toListed(names, asItIs, '')
  expect(all.listed).toEqual(names.slice(0, mostListed))
  expect(all.restCount).toBe(500 - mostListed)
})

it('lists all that fit when they are few', () => {
  expect(toListed(names, asItIs, '499')).toEqual({ listed: ['Person 499'], restCount: 0 })
  expect(toListed(names, asItIs, 'nobody')).toEqual({ listed: [], restCount: 0 })
})

it('finds names on a machine whose language has letters of its own for I', () => {
  const { toLocaleLowerCase } = String.prototype
  const lower = vi.spyOn(String.prototype, 'toLocaleLowerCase')
  lower.mockImplementation(function (this: string) {
    return toLocaleLowerCase.call(this, 'tr')
  })
  expect(findNamed(['Ida', 'Bob'], asItIs, 'id')).toEqual(['Ida'])
  lower.mockRestore()
})

it('finds names whatever their case and accents', () => {
  expect(findNamed(['Zoë', 'Bob'], asItIs, ' ZOE')).toEqual(['Zoë'])
  expect(findNamed(names, asItIs, ' ')).toBe(names)
})
