// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { idOf, roomOf, sampleView } from '../../testing/sampleView.ts'
import { toBoard } from '../board/boardModel.ts'
import { toRoomsPane } from '../rooms/roomsPane.ts'
import { toWallLooks } from './wallLooks.ts'

const rooms = Array.from({ length: 20 }, (_, index) => roomOf(`r${index}`))
const nowhere = new Set<never>()

/** One person in each room, none in the last. */
function cardsOf(lookedInto: readonly string[] = [], mayLookIn = true) {
  const view = sampleView({
    people: [{ id: 'me', role: 'moderator' }, ...rooms.slice(0, -1).map((roomId) => ({ id: `in-${roomId}`, roomId }))],
    rooms: Object.fromEntries(rooms.map((roomId) => [roomId, {}])),
    can: { moderate: true },
    mayLookIn,
    moderators: { lookingInto: { [idOf('me')]: lookedInto.map(roomOf) } },
  })
  const { tray, cards } = toBoard(toRoomsPane(view), [], { type: 'live' })
  return [tray, ...cards]
}

it('looks into rooms where somebody is and oneself is not, and into no more than one may', () => {
  expect(toWallLooks(cardsOf().slice(0, 4), nowhere)).toEqual(['r0', 'r1', 'r2'])
  expect(toWallLooks(cardsOf(), nowhere)).toEqual(rooms.slice(0, 16))
  expect(toWallLooks(cardsOf().slice(-2), new Set(rooms))).toEqual(['r18'])
})

it('prefers rooms on screen, then those that are looked into already', () => {
  const onScreen = new Set(['r17', 'r18', 'r19'].map(roomOf))
  expect(toWallLooks(cardsOf(['r15', 'r16']), onScreen)).toEqual([...rooms.slice(0, 12), 'r15', 'r16', 'r17', 'r18'])
})

it('looks nowhere where the meeting does not allow it', () => {
  expect(toWallLooks(cardsOf([], false), nowhere)).toEqual([])
})
