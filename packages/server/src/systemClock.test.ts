// SPDX-License-Identifier: Apache-2.0
import { roomIdSchema } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { randomIds } from './systemClock.ts'

describe('randomIds', () => {
  it('makes ids that nobody takes for numbers', () => {
    const made = Array.from({ length: 5000 }, () => randomIds.roomId())
    expect(made.filter((id) => !Number.isNaN(Number(id)))).toEqual([])
    expect(made.every((id) => roomIdSchema.safeParse(id).success)).toBe(true)
  })
})
