// SPDX-License-Identifier: Apache-2.0
// What did not change keeps its identity, whatever else did.
import { expect, it } from 'vitest'
import { keepSame } from './keepSame.ts'

const sample = (spoken: number) => ({
  rooms: [
    { id: 'a', people: [{ id: '1' }, { id: '2' }] },
    { id: 'b', people: [{ id: '3', spoken }] },
  ],
  note: undefined,
})

it('keeps the whole where nothing changed', () => {
  const before = sample(1)
  expect(keepSame(before, sample(1))).toBe(before)
})

it('changes what changed, and what holds it, alone', () => {
  const before = sample(1)
  const after = keepSame(before, sample(2))
  expect(after).toEqual(sample(2))
  expect(after.rooms[0]).toBe(before.rooms[0])
  expect(after.rooms[1]).not.toBe(before.rooms[1])
})

it('sees what was added, taken away, or put elsewhere', () => {
  expect(keepSame([1, 2], [1])).toEqual([1])
  expect(keepSame([1], [1, 2])).toEqual([1, 2])
  expect(keepSame({ a: undefined }, { b: undefined })).toEqual({ b: undefined })
  expect(keepSame([1], { 0: 1 })).toEqual({ 0: 1 })
  const [first, second] = [{ id: '1' }, { id: '2' }]
  expect(keepSame([first, second], [{ id: '2' }, { id: '1' }])).toEqual([{ id: '2' }, { id: '1' }])
})

it('takes maps, sets and objects of the platform as they come', () => {
  const next = new Set([1])
  expect(keepSame(new Set([1]), next)).toBe(next)
})
