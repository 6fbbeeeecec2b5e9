// SPDX-License-Identifier: Apache-2.0
// Plans of a split, in numbers and words.
import { describe, expect, it } from 'vitest'
import { roomOf, sampleView } from '../../testing/sampleView.ts'
import { toRoomsPane } from './roomsPane.ts'
import { countSeated, planSplit, suggestRoomCount } from './splitPlan.ts'

/** One moderator and so many people in the main room and in each room. */
function sections(inMain: number, inRooms: readonly number[]) {
  const people = (room: string, number: number) =>
    Array.from({ length: number }, (_, index) => ({ id: `${room}${index}`, roomId: roomOf(room) }))
  const rooms = inRooms.map((_, index) => `r${index}`)
  const view = sampleView({
    people: [
      { id: 'me', role: 'moderator' },
      ...people('main', inMain),
      ...rooms.flatMap((room, index) => people(room, inRooms[index] ?? 0)),
    ],
    rooms: Object.fromEntries(rooms.map((room) => [room, {}])),
  })
  return toRoomsPane(view).sections
}

describe('planSplit', () => {
  it('adds only what is missing and says how many come into each', () => {
    expect(planSplit(sections(10, [0]), 'main-room', 4)).toEqual({
      roomsToAdd: 3,
      summary: '10 people in 4 rooms: 2 or 3 in each.',
    })
    expect(planSplit(sections(8, [0, 0, 0, 0]), 'main-room', 4)).toEqual({
      roomsToAdd: 0,
      summary: '8 people in 4 rooms: 2 in each.',
    })
    expect(planSplit(sections(1, []), 'everybody', 1).summary).toBe('1 person in 1 room: 1 in each.')
    expect(planSplit(sections(0, [0, 0]), 'main-room', 2).summary).toBe('Nobody is there to be seated yet.')
  })

  it('seats people of the main room beside those who are in rooms already', () => {
    expect(planSplit(sections(2, [4, 1]), 'main-room', 2).summary).toBe(
      '2 people seated beside those already in rooms; then 3 or 4 in each.',
    )
  })

  it('mixes everybody anew, wherever they are', () => {
    expect(planSplit(sections(2, [4, 1]), 'everybody', 2).summary).toBe('7 people in 2 rooms: 3 or 4 in each.')
  })
})

it('moderators are not seated', () => {
  expect(countSeated(sections(3, [2]))).toEqual({ 'main-room': 3, everybody: 5 })
})

describe('suggestRoomCount', () => {
  it('suggests about four people a room, never fewer rooms than there are', () => {
    expect(suggestRoomCount(2, 0)).toBe(2)
    expect(suggestRoomCount(16, 0)).toBe(4)
    expect(suggestRoomCount(100, 0)).toBe(8)
    expect(suggestRoomCount(4, 5)).toBe(5)
  })
})
