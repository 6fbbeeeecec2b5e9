// SPDX-License-Identifier: Apache-2.0
// Tests of what a tab keeps to read the report of the meeting that it ended.
import { expect, it } from 'vitest'
import { ReportKeyStore } from './ReportKeyStore.ts'
import type { SeatStorage } from './SeatStore.ts'

function createStorage(): SeatStorage {
  const items = new Map<string, string>()
  return {
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
  }
}

it('is there after a reload, for its own meeting alone, until it is dropped', () => {
  const storage = createStorage()
  const key = new ReportKeyStore('weekly', storage).make()
  expect(new ReportKeyStore('other', storage).current()).toBeUndefined()
  const reloaded = new ReportKeyStore('weekly', storage)
  expect(reloaded.current()).toBe(key)
  reloaded.drop()
  expect([reloaded.current(), new ReportKeyStore('weekly', storage).current()]).toEqual([undefined, undefined])
})

it('does without a storage, and with one that is forbidden or holds something else', () => {
  const forbidden = () => {
    throw new Error('SecurityError')
  }
  for (const storage of [undefined, { getItem: forbidden, setItem: forbidden, removeItem: forbidden }]) {
    const keys = new ReportKeyStore('weekly', storage)
    expect(keys.current()).toBeUndefined()
    expect(keys.make()).toBe(keys.current())
    keys.drop()
    expect(keys.current()).toBeUndefined()
  }
  const storage = createStorage()
  storage.setItem('alcove:report:weekly', '{"no": "key"}')
  expect(new ReportKeyStore('weekly', storage).current()).toBeUndefined()
})
