// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyPatch, diff, type JsonObject } from './patch.ts'

/** Parts hold no nulls: in a merge patch null says that something is gone. */
const parts = fc
  .object({
    maxDepth: 3,
    maxKeys: 5,
    key: fc.oneof(fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor', 'toString'), fc.string({ maxLength: 4 })),
    values: [fc.string({ maxLength: 5 }), fc.integer(), fc.boolean()],
  })
  .map((value) => value as JsonObject)

describe('a merge patch', () => {
  it('turns what was into what is, whatever both are', () => {
    fc.assert(
      fc.property(parts, parts, (before, after) => {
        const patch = diff(before, after)
        expect(patch === undefined ? before : applyPatch(before, patch)).toEqual(after)
      }),
      { numRuns: 500 },
    )
  })

  it('is none between equals', () => {
    fc.assert(
      fc.property(parts, (part) => {
        expect(diff(part, JSON.parse(JSON.stringify(part)))).toBeUndefined()
      }),
    )
  })

  it('names only what differs, and null for what is gone', () => {
    const before = { people: { ann: { room: 'main', order: 1 }, bob: { room: 'main', order: 2 } }, list: [1, 2] }
    const after = { people: { ann: { room: 'red', order: 1 } }, list: [1, 2] }
    expect(diff(before, after)).toEqual({ people: { ann: { room: 'red' }, bob: null } })
  })

  it('keeps the identity of what it does not touch', () => {
    const before = { ann: { room: 'main' }, bob: { room: 'main' } }
    const after = applyPatch(before, { ann: { room: 'red' } })
    expect(after.bob).toBe(before.bob)
    expect(before.ann.room).toBe('main')
  })

  it('reaches no prototype', () => {
    const hostile = JSON.parse('{"__proto__": {"admin": true}, "constructor": {"prototype": {"admin": true}}}')
    applyPatch({}, hostile)
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
  })
})
