// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { idOf, roomOf, sampleView } from '../testing/sampleView.ts'
import { groupsInOrder, ofPeopleInOrder, peopleInOrder, roomIdsInOrder } from './inOrder.ts'

// Keys of digits come first in every record, whatever was put in first.
const view = sampleView({
  people: [{ id: 'ann' }, { id: '22222222' }, { id: '11111111' }],
  rooms: { aaaaaaaa: { order: 1 }, 99999999: { order: 3 }, 12345678: { order: 2 } },
})

describe('what stands in an order', () => {
  it('has rooms as they are ordered and people as they came, whatever their ids are', () => {
    expect(roomIdsInOrder(view)).toEqual(['aaaaaaaa', '12345678', '99999999'])
    expect(peopleInOrder(view).map(([id]) => id)).toEqual(['ann', '22222222', '11111111'])
  })

  it('has what is said of people as they came, and of those who are gone last', () => {
    const said = { [idOf('gone')]: 0, [idOf('11111111')]: 1, [idOf('22222222')]: 2, [idOf('ann')]: 3 }
    expect(ofPeopleInOrder(view, said)).toEqual([
      ['ann', 3],
      ['22222222', 2],
      ['11111111', 1],
      ['gone', 0],
    ])
  })

  it('has the groups of a round as the rooms stand, and those of rooms that are gone last', () => {
    const groups = {
      [roomOf('removed')]: [],
      [roomOf('99999999')]: [idOf('ann')],
      [roomOf('12345678')]: [],
      [roomOf('aaaaaaaa')]: [],
    }
    const rooms = groupsInOrder(view, { name: 'Round 1', order: 1, status: 'waiting', groups })
    expect(rooms.map(([roomId]) => roomId)).toEqual(['aaaaaaaa', '12345678', '99999999', 'removed'])
    expect(rooms[2]?.[1]).toEqual(['ann'])
  })
})
