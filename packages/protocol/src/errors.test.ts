// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { isErrorCode } from './errorFamilies.ts'
import { errorRegistry } from './errors.ts'

it('codes are words in capitals that begin with an area, and their meanings are sentences', () => {
  for (const [code, { meaning }] of Object.entries(errorRegistry)) {
    expect(code).toMatch(/^[A-Z]+(_[A-Z]+)+$/)
    expect(meaning).toMatch(/^[A-Z].*\.$/)
  }
})

it('knows its codes, and nothing that an object has by itself', () => {
  expect(isErrorCode('ROOM_CLOSED')).toBe(true)
  for (const other of ['room_closed', 'toString', '__proto__', 7, undefined]) expect(isErrorCode(other)).toBe(false)
})
