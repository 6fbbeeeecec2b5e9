// SPDX-License-Identifier: Apache-2.0
// Seating evenly in a plan counts what the plan has in each room, and its places.
import { expect, it } from 'vitest'
import { idOf, roomOf, sampleView } from '../../testing/sampleView.ts'
import { toRoomsPane } from '../rooms/roomsPane.ts'
import { toBoard } from './boardModel.ts'
import { type Draft, emptyDraft } from './draft.ts'
import { seatEvenly } from './seatEvenly.ts'

const [red, blue] = [roomOf('red'), roomOf('blue')]
const waiting = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

function sizesWith(draft: Draft, capacity?: number) {
  const view = sampleView({
    people: [{ id: 'me', role: 'moderator' }, ...waiting.map((id) => ({ id })), { id: 'out', roomId: red }],
    rooms: { red: capacity === undefined ? {} : { capacity }, blue: capacity === undefined ? {} : { capacity: 6 } },
    can: { moderate: true },
  })
  const seating = seatEvenly(toBoard(toRoomsPane(view), [], { type: 'plan', draft }))
  return 'groups' in seating ? seating.groups.map((group) => [group.roomId, group.participantIds.length]) : seating
}

it('fills the rooms as the plan has them, and seats those whom the plan takes out of rooms', () => {
  const four = new Map(['a', 'b', 'c', 'd'].map((id) => [idOf(id), red]))
  expect(sizesWith(new Map([...four, [idOf('out'), roomOf('main')]]))).toEqual([
    [red, 1],
    [blue, 4],
  ])
})

it('seats nobody where there is no place, and says when there are too few', () => {
  expect(sizesWith(emptyDraft, 3)).toEqual([
    [red, 2],
    [blue, 6],
  ])
  expect(sizesWith(emptyDraft, 2)).toEqual({ problem: '8 people need a place, and the rooms have 7 left.' })
})
