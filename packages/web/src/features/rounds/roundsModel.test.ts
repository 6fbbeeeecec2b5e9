// SPDX-License-Identifier: Apache-2.0
import type { RoundView } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { idOf, roomOf, sampleView } from '../../testing/sampleView.ts'
import { reordered, toRoundsModel } from './roundsModel.ts'
import { toRoundText } from './roundText.ts'

const round = (order: number, status: RoundView['status']): RoundView => ({
  name: `Round ${order}`,
  order,
  status,
  durationMs: 600_000,
  groups: { [roomOf('r1')]: [idOf('a'), idOf('gone')] },
})
const view = sampleView({
  people: [{ id: 'me' }, { id: 'a' }],
  rooms: { r1: {} },
  moderators: { rounds: { 7: round(3, 'waiting'), 5: round(1, 'over'), 6: round(2, 'waiting') } },
  can: { moderate: true },
})

describe('toRoundsModel', () => {
  it('has the rounds in their order, with names and what can be done with each', () => {
    const model = toRoundsModel(view)
    expect(
      model.rounds.map(({ roundId, minutes, canGoUp, canGoDown }) => [roundId, minutes, canGoUp, canGoDown]),
    ).toEqual([
      [5, 10, false, false],
      [6, 10, false, true],
      [7, 10, true, false],
    ])
    expect(model.rounds[0]?.groups[0]?.people.map(({ name }) => name)).toEqual(['A', 'somebody who left'])
    expect(model).toMatchObject({ hasNext: true })
  })

  it('has the groups as the rooms stand, in whatever order the record holds them', () => {
    const groups = { [roomOf('r2')]: [], [roomOf('r1')]: [] }
    const rounds = { 5: { ...round(1, 'waiting'), groups } }
    const model = toRoundsModel(sampleView({ people: [], rooms: { r1: {}, r2: {} }, moderators: { rounds } }))
    expect(model.rounds[0]?.groups.map(({ roomName }) => roomName)).toEqual(['Room 1', 'Room 2'])
  })

  it('moves a waiting round by one place', () => {
    const model = toRoundsModel(view)
    expect(reordered(model, 7, -1)).toEqual([7, 6])
    expect(reordered(model, 7, 1)).toEqual([6, 7])
  })

  it('says which round is running', () => {
    expect(toRoundText({ status: 'running', number: 2, count: 3, name: 'Speed' })).toBe('Round 2 of 3: Speed')
    expect(toRoundText({ status: 'running', number: 2, count: 3, name: 'Round 2' })).toBe('Round 2 of 3')
    expect(toRoundText({ status: 'over', count: 3 })).toBeUndefined()
    expect(toRoundText(undefined)).toBeUndefined()
  })
})
