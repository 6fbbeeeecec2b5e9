// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { commandSupport } from './commandSupport.ts'
import { configKeys } from './configKeys.ts'
import { configLater } from './configNotes.ts'
import { eventSupport } from './eventSupport.ts'
import { commandNames, eventNames, requestNames } from './names.ts'

describe('the tables', () => {
  it('have every name once: on the wire only old spellings share one', () => {
    const wires = Object.values(commandNames).filter((wire, at, all) => all.indexOf(wire) !== at)
    expect(wires).toEqual(['initiate-private-chat'])
    expect(new Set(Object.values(eventNames)).size).toBe(Object.keys(eventNames).length)
    expect(new Set(Object.values(requestNames)).size).toBe(Object.keys(requestNames).length)
    expect(Object.keys(configLater).filter((name) => Object.hasOwn(configKeys, name))).toEqual([])
  })

  it('have as many P0 names as Jitsi', () => {
    const countP0 = (table: Readonly<Record<string, { readonly priority: string }>>) =>
      Object.values(table).filter(({ priority }) => priority === 'P0').length
    // Some rows of Jitsi's table hold two names each.
    expect(countP0(commandSupport)).toBe(36)
    expect(countP0(eventSupport)).toBe(34)
  })
})
