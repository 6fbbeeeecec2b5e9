// SPDX-License-Identifier: Apache-2.0
// A draft holds changes alone, and forgets what came true or cannot any more.
import { expect, it } from 'vitest'
import { idOf, roomOf } from '../../testing/sampleView.ts'
import { emptyDraft, settled, toGroups, withMoves } from './draft.ts'

const [main, red, blue] = [roomOf('main'), roomOf('red'), roomOf('blue')]
const [ann, bob, cem] = [idOf('ann'), idOf('bob'), idOf('cem')]
const places = new Map([
  [ann, main],
  [bob, main],
  [cem, red],
])

it('takes the last place of each person, and nothing for who goes back to where they are', () => {
  const planned = withMoves(emptyDraft, [{ roomId: red, participantIds: [ann, bob, cem] }], places)
  expect([...planned]).toEqual([
    [ann, red],
    [bob, red],
  ])
  expect([...withMoves(planned, [{ roomId: blue, participantIds: [ann] }], places)]).toContainEqual([ann, blue])
  expect([...withMoves(planned, [{ roomId: main, participantIds: [ann] }], places)]).toEqual([[bob, red]])
  expect(withMoves(emptyDraft, [{ roomId: red, participantIds: [idOf('nobody')] }], places).size).toBe(0)
  const cameTrue = new Map([[ann, main]])
  expect([...withMoves(cameTrue, [{ roomId: red, participantIds: [bob] }], places)]).toEqual([[bob, red]])
})

it('drops what came true, who left, and rooms that are gone', () => {
  const draft = new Map([
    [ann, red],
    [cem, blue],
    [idOf('gone'), red],
  ])
  const rooms = new Set([main, red])
  expect([...settled(draft, places, rooms)]).toEqual([[ann, red]])
  const kept = new Map([[ann, red]])
  expect(settled(kept, places, rooms)).toBe(kept)
  expect(settled(kept, new Map([[ann, red]]), rooms).size).toBe(0)
})

it('is one group for each room that somebody goes to', () => {
  const draft = new Map([
    [ann, red],
    [cem, main],
    [bob, red],
  ])
  expect(toGroups(draft)).toEqual([
    { roomId: red, participantIds: [ann, bob] },
    { roomId: main, participantIds: [cem] },
  ])
})
