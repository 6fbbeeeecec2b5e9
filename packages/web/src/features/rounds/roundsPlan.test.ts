// SPDX-License-Identifier: Apache-2.0
import type { RoundView } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { idOf, roomOf, sampleView } from '../../testing/sampleView.ts'
import { toRoundsModel } from './roundsModel.ts'
import { toLeftOut, toPlanCsv, toPlanText, toRepeats, toRepeatsText } from './roundsPlan.ts'

const round = (order: number, r1: readonly string[], r2: readonly string[]): RoundView => ({
  name: `Round ${order}`,
  order,
  status: 'waiting',
  ...(order === 1 && { durationMs: 600_000 }),
  groups: { [roomOf('r1')]: r1.map(idOf), [roomOf('r2')]: r2.map(idOf) },
})
const view = sampleView({
  people: [{ id: 'me', role: 'moderator' }, { id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd', displayName: '=Dee' }],
  rooms: { r1: { name: 'Garden' }, r2: { name: 'Kitchen' } },
  moderators: {
    rounds: {
      1: round(1, ['a', 'b'], ['c', 'd']),
      2: round(2, ['a', 'c'], ['d', 'b']),
      3: round(3, ['b', 'a', 'd'], []),
    },
  },
})
const { rounds } = toRoundsModel(view)
const [, second, third] = rounds

describe('a plan of rounds', () => {
  it('knows who meets again, in whatever order they are listed', () => {
    const repeats = toRepeats(rounds)
    expect([1, 2, 3].map((id) => repeats.get(id))).toEqual([
      [],
      [],
      [
        ['B', 'A'],
        ['B', '=Dee'],
      ],
    ])
    expect(toRepeatsText(repeats.get(3) ?? [])).toBe('2 pairs meet again: B and A; B and =Dee')
    expect(toRepeatsText([])).toBeUndefined()
    const many = Array.from({ length: 5 }, (_, index) => ['X', `${index}`] as const)
    expect(toRepeatsText(many)).toBe('5 pairs meet again: X and 0; X and 1; X and 2; …')
  })

  it('knows who is in no room of a round; moderators are in none anyway', () => {
    expect(third && toLeftOut(view, third)).toEqual([{ id: 'c', name: 'C' }])
    expect(second && toLeftOut(view, second)).toEqual([])
  })

  it('is written as text', () => {
    expect(toPlanText(rounds.slice(0, 2))).toBe(
      'Round 1 (10 minutes)\nGarden: A and B\nKitchen: C and =Dee\n\nRound 2\nGarden: A and C\nKitchen: =Dee and B',
    )
  })

  it('is written as a table, in which no name is a formula', () => {
    expect(toPlanCsv(rounds).split('\r\n').slice(0, 5)).toEqual([
      'Number,Round,Room,Name',
      '1,Round 1,Garden,A',
      '1,Round 1,Garden,B',
      '1,Round 1,Kitchen,C',
      `1,Round 1,Kitchen,"'=Dee"`,
    ])
  })
})
