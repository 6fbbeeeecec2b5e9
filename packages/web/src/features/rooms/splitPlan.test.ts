// SPDX-License-Identifier: Apache-2.0
// Plans of a split, in numbers and words, and what the server is asked.
import { describe, expect, it } from 'vitest'
import { idOf, roomOf, sampleView } from '../../testing/sampleView.ts'
import {
  attributesOf,
  countFurther,
  countMeant,
  firstChoices,
  planSplit,
  type SplitChoices,
  suggestRoomCount,
  toSplitOrder,
} from './splitPlan.ts'

interface Setting {
  readonly inMain: number
  readonly inRooms: readonly number[]
  readonly capacity?: number
  readonly assigned?: Readonly<Record<string, string>>
  readonly expected?: readonly string[]
}

/** One moderator and so many people in the main room and in each room. */
function viewOf({ inMain, inRooms, capacity, assigned = {}, expected = [] }: Setting) {
  const people = (room: string, number: number) =>
    Array.from({ length: number }, (_, index) => ({ id: `${room}${index}`, roomId: roomOf(room) }))
  const rooms = inRooms.map((_, index) => `r${index}`)
  return sampleView({
    people: [
      { id: 'me', role: 'moderator' },
      ...people('main', inMain),
      ...rooms.flatMap((room, index) => people(room, inRooms[index] ?? 0)),
    ],
    rooms: Object.fromEntries(rooms.map((room) => [room, capacity === undefined ? {} : { capacity }])),
    moderators: {
      assignments: Object.fromEntries(Object.entries(assigned).map(([id, room]) => [idOf(id), roomOf(room)])),
      expected: Object.fromEntries(
        expected.map((id) => [
          idOf(id),
          { displayName: id, role: 'participant' as const, claimable: false, attributes: { team: 'red' } },
        ]),
      ),
    },
  })
}

const summaryOf = (setting: Setting, choices: Partial<SplitChoices>) => {
  const view = viewOf(setting)
  return planSplit(view, { ...firstChoices(view), ...choices })
}

describe('planSplit', () => {
  it('adds only what is missing and says how many come into each', () => {
    expect(summaryOf({ inMain: 10, inRooms: [0] }, { rooms: 4 })).toEqual({
      roomsToAdd: 3,
      summary: '10 people in 4 rooms: 2 or 3 in each.',
    })
    expect(summaryOf({ inMain: 8, inRooms: [0, 0, 0, 0] }, { rooms: 4 })).toEqual({
      roomsToAdd: 0,
      summary: '8 people in 4 rooms: 2 in each.',
    })
    expect(summaryOf({ inMain: 1, inRooms: [] }, { rooms: 1 }).summary).toBe('1 person in 1 room: 1 in each.')
    expect(summaryOf({ inMain: 0, inRooms: [0, 0] }, {}).summary).toBe('Nobody is there to be seated yet.')
  })

  it('makes as many rooms as it takes that none has more than so many', () => {
    expect(summaryOf({ inMain: 10, inRooms: [] }, { by: 'size', size: 4 })).toEqual({
      roomsToAdd: 3,
      summary: '10 people in 3 rooms: 3 or 4 in each.',
    })
    expect(summaryOf({ inMain: 2, inRooms: [4] }, { by: 'size', size: 3, who: 'main-room' })).toEqual({
      roomsToAdd: 1,
      summary: '2 people seated beside those already in rooms; then 2 to 4 in each.',
    })
  })

  it('seats people of the main room beside those who are in rooms already', () => {
    expect(summaryOf({ inMain: 2, inRooms: [4, 1] }, { who: 'main-room', rooms: 2 }).summary).toBe(
      '2 people seated beside those already in rooms; then 3 or 4 in each.',
    )
  })

  it('mixes everybody anew, wherever they are', () => {
    expect(summaryOf({ inMain: 2, inRooms: [4, 1] }, { who: 'everybody', rooms: 2 }).summary).toBe(
      '7 people in 2 rooms: 3 or 4 in each.',
    )
  })

  it('seats who belongs to no room, wherever they are; held, others count where they belong', () => {
    const setting = { inMain: 3, inRooms: [0, 0], assigned: { main0: 'r0' } }
    expect(summaryOf(setting, { who: 'unassigned', rooms: 2, hold: true }).summary).toBe(
      '2 people seated beside those already in rooms; then 1 or 2 in each.',
    )
  })

  it('knows the places of rooms', () => {
    expect(summaryOf({ inMain: 5, inRooms: [0, 0], capacity: 2 }, { rooms: 2 }).summary).toBe(
      '5 people need a place, and the rooms have 4 left.',
    )
  })

  it('seats moderators and people who are to come only when they are wished for', () => {
    const setting = { inMain: 2, inRooms: [], expected: ['eva'] }
    expect(countMeant(viewOf(setting), firstChoices(viewOf(setting)))).toBe(2)
    const everybody = { moderators: 'spread', expected: true, rooms: 2 } as const
    expect(summaryOf(setting, everybody).summary).toBe('4 people in 2 rooms: 2 in each.')
  })
})

describe('toSplitOrder', () => {
  const choices = firstChoices(viewOf({ inMain: 4, inRooms: [] }))

  it('asks for nothing that was not chosen', () => {
    expect(toSplitOrder(choices)).toEqual({ who: 'main-room', hold: false, wishes: { into: { rooms: 2 } } })
    expect(countFurther(choices)).toBe(0)
  })

  it('asks for all that was chosen, but of one person alone nothing', () => {
    const wished: SplitChoices = {
      ...choices,
      by: 'size',
      who: 'unassigned',
      hold: true,
      attribute: { name: 'team', how: 'gather' },
      together: [[idOf('a'), idOf('b')], [idOf('c')]],
      apart: [[idOf('a'), idOf('c')], []],
      moderators: 'spread',
      expected: true,
    }
    expect(toSplitOrder(wished)).toEqual({
      who: 'unassigned',
      hold: true,
      wishes: {
        into: { size: 4 },
        attribute: { name: 'team', how: 'gather' },
        together: [['a', 'b']],
        apart: [['a', 'c']],
        moderators: 'spread',
        expected: true,
      },
    })
    expect(countFurther(wished)).toBe(5)
  })
})

it('offers what is known of people, what most have first, by name where as many have it; of those who have not come when they are meant', () => {
  const identities = {
    [idOf('a')]: { attributes: { team: 'red', town: 'Bern' } },
    [idOf('b')]: { attributes: { team: 'blue' } },
  }
  const view = sampleView({
    people: [{ id: 'a' }, { id: 'b' }],
    moderators: {
      identities,
      expected: {
        [idOf('c')]: { displayName: 'C', role: 'participant', claimable: false, attributes: { town: 'Rome' } },
        [idOf('d')]: { displayName: 'D', role: 'participant', claimable: false, attributes: { town: 'Rome' } },
      },
    },
  })
  expect(attributesOf(view, false)).toEqual([
    { name: 'team', people: 2, values: 2 },
    { name: 'town', people: 1, values: 1 },
  ])
  expect(attributesOf(view, true)[0]).toEqual({ name: 'town', people: 3, values: 2 })
  const attributes = { town: 'Bern', age: '7', team: 'red' }
  const alike = sampleView({ people: [{ id: 'a' }], moderators: { identities: { [idOf('a')]: { attributes } } } })
  expect(attributesOf(alike, false).map(({ name }) => name)).toEqual(['age', 'team', 'town'])
})

it('suggests about four people a room, never fewer rooms than there are', () => {
  expect(suggestRoomCount(2, 0)).toBe(2)
  expect(suggestRoomCount(16, 0)).toBe(4)
  expect(suggestRoomCount(100, 0)).toBe(8)
  expect(suggestRoomCount(4, 5)).toBe(5)
})
