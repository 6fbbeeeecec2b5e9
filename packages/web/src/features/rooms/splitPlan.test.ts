// SPDX-License-Identifier: Apache-2.0
// Plans of a split, in numbers and words.
import { describe, expect, it } from 'vitest'
import { planSplit, suggestRoomCount } from './splitPlan.ts'

describe('planSplit', () => {
  it('adds only what is missing and says how many come into each', () => {
    expect(planSplit(10, 4, 1)).toEqual({ roomsToAdd: 3, summary: '10 people in 4 rooms: 2 or 3 in each.' })
    expect(planSplit(8, 4, 4)).toEqual({ roomsToAdd: 0, summary: '8 people in 4 rooms: 2 in each.' })
    expect(planSplit(1, 1, 0).summary).toBe('1 person in 1 room: 1 in each.')
    expect(planSplit(0, 2, 2).summary).toBe('Nobody is there to be seated yet.')
  })
})

describe('suggestRoomCount', () => {
  it('suggests about four people a room, never fewer rooms than there are', () => {
    expect(suggestRoomCount(2, 0)).toBe(2)
    expect(suggestRoomCount(16, 0)).toBe(4)
    expect(suggestRoomCount(100, 0)).toBe(8)
    expect(suggestRoomCount(4, 5)).toBe(5)
  })
})
