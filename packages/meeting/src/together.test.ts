// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { remembered } from './remembered.ts'
import { isDraft, together, withEntry } from './together.ts'

const one: ReadonlyMap<string, number> = new Map([['a', 1]])

describe('withEntry', () => {
  it('leaves the map as it was and keeps the order', () => {
    const two = withEntry(one, 'b', 2)
    expect([...withEntry(two, 'a', 3)]).toEqual([
      ['a', 3],
      ['b', 2],
    ])
    expect([...two.values()]).toEqual([1, 2])
    expect([...one.values()]).toEqual([1])
  })
})

describe('together', () => {
  it('copies once, and what comes out is not changed later', () => {
    const first = together(() => {
      const copied = withEntry(one, 'b', 2)
      expect(withEntry(copied, 'c', 3)).toBe(copied)
      return together(() => withEntry(copied, 'd', 4))
    })
    expect([...first.values()]).toEqual([1, 2, 3, 4])
    expect([...one.values()]).toEqual([1])
    const second = together(() => withEntry(first, 'a', 5))
    expect(second).not.toBe(first)
    expect(first.get('a')).toBe(1)
  })

  it('ends with work that throws', () => {
    let copied = one
    expect(() =>
      together(() => {
        copied = withEntry(one, 'b', 2)
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(isDraft(copied)).toBe(false)
    expect(withEntry(copied, 'c', 3)).not.toBe(copied)
  })

  it('lets nothing be remembered of what is still being changed', () => {
    const sizeOf = remembered((map: ReadonlyMap<string, number>) => map.size)
    const sizes = together(() => {
      const copied = withEntry(one, 'b', 2)
      return [sizeOf(copied), sizeOf(withEntry(copied, 'c', 3))]
    })
    expect(sizes).toEqual([2, 3])
  })
})
