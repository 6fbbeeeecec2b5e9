// SPDX-License-Identifier: Apache-2.0
// Parts: snapshots, patches on top of the right version only, closing.
import { expect, test } from 'vitest'
import { PartsStore } from './PartsStore.ts'

const snapshot = (version: number, epoch = 'a') =>
  ({
    type: 'part.snapshot',
    part: 'meeting',
    epoch,
    version,
    value: { people: { x: { order: version } }, rooms: {} },
  }) as const
const patch = (version: number, epoch = 'a') =>
  ({ type: 'part.patch', part: 'meeting', epoch, version, patch: { people: { x: { order: version } } } }) as const

test('a patch on the version before it applies, and what it does not touch keeps its identity', () => {
  const parts = new PartsStore()
  parts.apply(snapshot(4))
  const before = parts.get('meeting')
  expect(parts.apply(patch(5))).toBe('changed')
  expect(parts.get('meeting')?.people).toEqual({ x: { order: 5 } })
  expect(parts.get('meeting')?.rooms).toBe(before?.rooms)
  expect(parts.known()).toEqual({ meeting: { epoch: 'a', version: 5 } })
})

test.each([
  ['of a later version', patch(6)],
  ['of another epoch', patch(5, 'b')],
])('a patch %s leaves a gap and changes nothing', (_, message) => {
  const parts = new PartsStore()
  parts.apply(snapshot(4))
  const before = parts.get('meeting')
  expect(parts.apply(message)).toBe('gap')
  expect(parts.get('meeting')).toBe(before)
})

test('a patch to a part that is not held leaves a gap', () => {
  expect(new PartsStore().apply(patch(1))).toBe('gap')
})

test('what is known already is passed over, a new epoch is not', () => {
  const parts = new PartsStore()
  parts.apply(snapshot(4))
  expect(parts.apply(patch(4))).toBe('old')
  expect(parts.apply(snapshot(3))).toBe('old')
  expect(parts.apply(snapshot(1, 'b'))).toBe('changed')
  expect(parts.known()).toEqual({ meeting: { epoch: 'b', version: 1 } })
})

test('a closed part is gone', () => {
  const parts = new PartsStore()
  parts.apply(snapshot(4))
  expect(parts.apply({ type: 'part.closed', part: 'meeting' })).toBe('changed')
  expect(parts.get('meeting')).toBeUndefined()
  expect(parts.known()).toEqual({})
})
