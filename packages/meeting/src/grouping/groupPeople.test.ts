// SPDX-License-Identifier: Apache-2.0
// Tests of the planner (SPEC GR).
import type { ParticipantId } from '@alcove/protocol'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { personId } from '../testing/index.ts'
import { groupPeople } from './groupPeople.ts'
import { randomFrom, shuffle } from './random.ts'
import type { GroupingTask, Groups, Pair } from './task.ts'

const people = (count: number, attributes: (place: number) => Record<string, string> = () => ({})) =>
  Array.from({ length: count }, (_, place) => ({ id: personId(place), attributes: attributes(place) }))
const pair = (a: number, b: number): Pair => [personId(a), personId(b)]

function task(count: number, groups: number | readonly number[], change: Partial<GroupingTask> = {}): GroupingTask {
  return {
    people: people(count),
    groups:
      typeof groups === 'number'
        ? Array.from({ length: groups }, () => ({}))
        : groups.map((capacity) => ({ capacity })),
    rounds: 1,
    criteria: [],
    keepTogether: [],
    keepApart: [],
    metBefore: [],
    seed: 1,
    ...change,
  }
}

function planned(wanted: GroupingTask) {
  const grouped = groupPeople(wanted)
  if (!grouped.ok) throw new Error(JSON.stringify(grouped.problem))
  return grouped
}

function groupsOf(wanted: GroupingTask): Groups {
  const [groups] = planned(wanted).rounds
  if (!groups) throw new Error('there is no round')
  return groups
}

const sizes = (groups: Groups) => groups.map((group) => group.length)
const groupWith = (groups: Groups, id: ParticipantId) => groups.findIndex((group) => group.includes(id))
const spreadOf = (counts: readonly number[]) => Math.max(...counts) - Math.min(...counts)

/** Random tasks of up to 500 people; looks are few so that a hundred of them take no time. */
const tasks = fc
  .record({
    count: fc.integer({ min: 1, max: 500 }),
    groups: fc.integer({ min: 1, max: 60 }),
    rounds: fc.integer({ min: 1, max: 3 }),
    seed: fc.nat(0xffffffff),
    pairs: fc.array(fc.tuple(fc.nat(499), fc.nat(499), fc.boolean()), { maxLength: 12 }),
    capacities: fc.option(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 60, maxLength: 60 }), {
      nil: undefined,
    }),
    isMixed: fc.boolean(),
  })
  .map(({ count, groups, rounds, seed, pairs, capacities, isMixed }): GroupingTask => {
    const inside = pairs.filter(([a, b]) => a !== b && a < count && b < count)
    const of = (together: boolean) => inside.filter((one) => one[2] === together).map(([a, b]) => pair(a, b))
    return {
      ...task(count, capacities ? capacities.slice(0, groups) : groups, { rounds, seed, looks: 50_000 }),
      people: people(count, (place) => ({ team: `team ${place % 7}` })),
      criteria: isMixed ? [{ attribute: 'team', how: 'spread' }] : [],
      keepTogether: of(true),
      keepApart: of(false),
    }
  })

describe('groups of any size', () => {
  it('[GR1] [GR3] [GR4] hold everybody once, within capacity, together and apart as asked', () => {
    let refused = 0
    fc.assert(
      fc.property(tasks, (wanted) => {
        const grouped = groupPeople(wanted)
        if (!grouped.ok) {
          refused += 1
          return
        }
        expect(grouped.rounds).toHaveLength(wanted.rounds)
        for (const groups of grouped.rounds) {
          expect([...groups.flat()].sort()).toEqual(wanted.people.map(({ id }) => id).sort())
          for (const [place, { capacity = 500 }] of wanted.groups.entries())
            expect(groups[place]?.length).toBeLessThanOrEqual(capacity)
          for (const [a, b] of wanted.keepTogether) expect(groupWith(groups, a)).toBe(groupWith(groups, b))
          for (const [a, b] of wanted.keepApart) expect(groupWith(groups, a)).not.toBe(groupWith(groups, b))
        }
      }),
      { numRuns: 100 },
    )
    expect(refused).toBeLessThan(80)
  })

  it('[GR2] are even: nobody who is bound to no one could go from a larger group to one smaller by two', () => {
    fc.assert(
      fc.property(tasks, (wanted) => {
        const grouped = groupPeople(wanted)
        if (!grouped.ok) return
        const bound = new Set([...wanted.keepTogether, ...wanted.keepApart].flat())
        for (const groups of grouped.rounds)
          for (const [from, large] of groups.entries())
            for (const [to, small] of groups.entries()) {
              if (large.length - small.length < 2 || large.every((id) => bound.has(id))) continue
              expect(small.length, `${from} has ${large.length}, ${to} has ${small.length}`).toBe(
                wanted.groups[to]?.capacity,
              )
            }
      }),
      { numRuns: 100 },
    )
  })

  it('[GR2] are as even as can be where people are kept together and apart', () => {
    const small = fc.record({
      count: fc.integer({ min: 2, max: 7 }),
      groups: fc.integer({ min: 2, max: 3 }),
      pairs: fc.array(fc.tuple(fc.nat(6), fc.nat(6), fc.boolean()), { maxLength: 5 }),
      seed: fc.nat(1000),
    })
    fc.assert(
      fc.property(small, ({ count, groups, pairs, seed }) => {
        const inside = pairs.filter(([a, b]) => a !== b && a < count && b < count)
        const [keepTogether, keepApart] = [true, false].map((wanted) =>
          inside.filter((one) => one[2] === wanted).map(([a, b]) => pair(a, b)),
        )
        const wanted = task(count, groups, { seed, keepTogether: keepTogether ?? [], keepApart: keepApart ?? [] })
        const best = mostEven(wanted)
        const grouped = groupPeople(wanted)
        expect(grouped.ok).toBe(best !== undefined)
        if (grouped.ok) expect(squares(grouped.rounds[0] ?? [])).toBe(best)
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    ['two stars', 7, 2, [pair(0, 1), pair(1, 2), pair(3, 4), pair(3, 5)]],
    ['a ring', 5, 3, [pair(0, 1), pair(0, 2), pair(1, 3), pair(2, 3)]],
  ])(
    '[GR2] are as even as can be also where exchanges one by one do not lead there: %s',
    (_name, count, groups, keepApart) => {
      const wanted = task(count, groups, { keepApart, keepTogether: [pair(0, count - 1)] })
      const best = mostEven(wanted)
      for (let seed = 0; seed < 30; seed += 1) expect(squares(groupsOf({ ...wanted, seed })), `seed ${seed}`).toBe(best)
    },
  )
})

describe('constraints that cannot be met', () => {
  const problemOf = (wanted: GroupingTask) => {
    const grouped = groupPeople(wanted)
    return grouped.ok ? undefined : grouped.problem
  }

  it('[GR6] two who are to be together and apart, also through others', () => {
    const keepTogether = [pair(1, 2), pair(2, 3)]
    expect(problemOf(task(6, 2, { keepTogether, keepApart: [pair(3, 1)] }))).toEqual({
      constraint: 'contradiction',
      people: pair(3, 1),
    })
  })

  it('[GR6] more to be kept together than any group holds', () => {
    expect(problemOf(task(6, [2, 4], { keepTogether: [pair(0, 1), pair(1, 2), pair(2, 3), pair(3, 4)] }))).toEqual({
      constraint: 'together',
      people: [0, 1, 2, 3, 4].map(personId),
      most: 4,
    })
  })

  it('[GR6] more people than places', () => {
    expect(problemOf(task(7, [3, 3]))).toEqual({ constraint: 'capacity', people: 7, most: 6 })
  })

  it('[GR6] more people who are all to be apart than groups', () => {
    const keepApart = [pair(0, 1), pair(0, 2), pair(1, 2)]
    expect(problemOf(task(6, 2, { keepApart }))).toEqual({
      constraint: 'apart',
      people: [0, 1, 2].map(personId),
      groups: 2,
    })
    expect(problemOf(task(6, 3, { keepApart }))).toBeUndefined()
  })

  it('[GR6] what is possible one by one and not all at once', () => {
    // A ring of five cannot be told apart with two groups, though no three of them are all to be apart.
    const keepApart = [pair(0, 1), pair(1, 2), pair(2, 3), pair(3, 4), pair(4, 0)]
    expect(problemOf(task(8, 2, { keepApart }))).toEqual({
      constraint: 'combination',
      people: [0, 1, 2, 3, 4].map(personId),
    })
  })

  it('[GR6] people who stay where they are and would have to be elsewhere', () => {
    const staying = people(4).map((person, place) => (place < 2 ? { ...person, staysIn: place } : person))
    expect(problemOf({ ...task(4, 2, { keepTogether: [pair(0, 1)] }), people: staying })).toEqual({
      constraint: 'contradiction',
      people: pair(0, 1),
    })
  })

  it('[GR4] a pair of somebody who is not grouped says nothing', () => {
    expect(problemOf(task(4, 2, { keepApart: [pair(0, 9)], keepTogether: [pair(9, 1)] }))).toBeUndefined()
  })
})

describe('people who stay', () => {
  it('[GR2] count, and are not moved', () => {
    const staying = people(8).map((person, place) => (place < 3 ? { ...person, staysIn: 1 } : person))
    const groups = groupsOf({ ...task(8, 3), people: staying })
    expect(sizes(groups)).toEqual([3, 3, 2])
    expect(groups[1]).toEqual([0, 1, 2].map(personId))
  })
})

describe('the same task', () => {
  it('[GR5] gives the same groups by seed, another seed others', () => {
    const wanted = task(40, 8, { rounds: 3, seed: 7 })
    expect(groupPeople(wanted)).toEqual(groupPeople(wanted))
    expect(groupPeople({ ...wanted, seed: 8 })).not.toEqual(groupPeople(wanted))
  })

  it('[GR5] the order that a seed gives never changes between versions', () => {
    expect(shuffle([1, 2, 3, 4, 5, 6, 7, 8], randomFrom(42))).toEqual([5, 7, 2, 6, 1, 8, 4, 3])
    expect(groupsOf(task(9, 3, { seed: 5 }))).toMatchInlineSnapshot(`
      [
        [
          "a0000004",
          "a0000005",
          "a0000006",
        ],
        [
          "a0000001",
          "a0000002",
          "a0000003",
        ],
        [
          "a0000000",
          "a0000007",
          "a0000008",
        ],
      ]
    `)
  })
})

describe('attributes', () => {
  it('[GR7] spread: each value is in all groups as evenly as it goes', () => {
    const values = ['a', 'a', 'a', 'a', 'a', 'b', 'b', 'b', 'c', 'c', 'c', 'c']
    const mixed = task(60, 6, { rounds: 2, criteria: [{ attribute: 'team', how: 'spread' }] })
    const wanted = { ...mixed, people: people(60, (place) => ({ team: values[place % 12] ?? '' })) }
    for (const groups of planned(wanted).rounds) {
      expect(spreadOf(sizes(groups))).toBe(0)
      for (const value of ['a', 'b', 'c'])
        expect(spreadOf(groups.map((group) => countOf(wanted, group, value)))).toBeLessThanOrEqual(1)
    }
  })

  it('[GR7] gather: those who have the same value are in one group where they fit', () => {
    const sorted = task(24, 6, { criteria: [{ attribute: 'team', how: 'gather' }] })
    const wanted = { ...sorted, people: people(24, (place) => ({ team: `${place % 6}` })) }
    for (const group of groupsOf(wanted)) expect(new Set(group.map((id) => teamOf(wanted, id))).size).toBe(1)
  })

  it('[GR7] the first criterion counts more than the second, and who has no value is not sorted', () => {
    const wanted = {
      ...task(12, 3, {
        criteria: [
          { attribute: 'role', how: 'spread' },
          { attribute: 'team', how: 'gather' },
        ],
      }),
      people: people(12, (place) => ({ team: place < 4 ? 'x' : 'y', ...(place < 3 && { role: 'moderator' }) })),
    } satisfies GroupingTask
    const groups = groupsOf(wanted)
    for (const group of groups) expect(group.filter((id) => [0, 1, 2].map(personId).includes(id))).toHaveLength(1)
  })
})

describe('rounds', () => {
  it.each([
    [20, 5, 4],
    [30, 6, 5],
    [100, 20, 6],
  ])('[GR8] nobody meets again: %i people in %i groups over %i rounds', (count, groups, rounds) => {
    for (const seed of [1, 2, 3]) {
      const plan = planned(task(count, groups, { rounds, seed }))
      expect(plan.repeats).toBe(0)
      expect(new Set(plan.rounds.flatMap(sizes))).toEqual(new Set([count / groups]))
    }
  })

  it('[GR8] as few as possible meet again where it cannot be avoided', () => {
    // Four people in pairs have three ways to meet; in the fourth round both pairs meet again.
    expect(planned(task(4, 2, { rounds: 3 })).repeats).toBe(0)
    expect(planned(task(4, 2, { rounds: 4 })).repeats).toBe(2)
  })

  it('[GR9] who met before does not meet again where it can be avoided', () => {
    const met = planned(task(20, 5, { rounds: 2, seed: 3 })).rounds.flatMap((groups) => groups.flatMap(pairsOf))
    const more = planned(task(20, 5, { rounds: 2, metBefore: met }))
    expect(more.repeats).toBe(0)
  })

  it('[GR8] those who are kept together do not count as meeting again', () => {
    expect(planned(task(12, 4, { rounds: 3, keepTogether: [pair(0, 1)] })).repeats).toBe(0)
  })
})

function pairsOf(group: readonly ParticipantId[]): readonly Pair[] {
  return group.flatMap((a, place) => group.slice(0, place).map((b): Pair => [a, b]))
}

function teamOf(wanted: GroupingTask, id: ParticipantId): string | undefined {
  return wanted.people.find((person) => person.id === id)?.attributes.team
}

function countOf(wanted: GroupingTask, group: readonly ParticipantId[], value: string): number {
  return group.filter((id) => teamOf(wanted, id) === value).length
}

function squares(groups: Groups): number {
  return groups.reduce((sum, { length }) => sum + length * length, 0)
}

/** The smallest sum of squares of all ways that keep together and apart as asked; undefined when there is none. */
function mostEven({ people: all, groups, keepTogether, keepApart }: GroupingTask): number | undefined {
  let best: number | undefined
  for (let way = 0; way < groups.length ** all.length; way += 1) {
    const groupOf = new Map(all.map(({ id }, place) => [id, Math.floor(way / groups.length ** place) % groups.length]))
    if (keepTogether.some(([a, b]) => groupOf.get(a) !== groupOf.get(b))) continue
    if (keepApart.some(([a, b]) => groupOf.get(a) === groupOf.get(b))) continue
    const found = squares(
      groups.map((_, group) => all.filter(({ id }) => groupOf.get(id) === group).map(({ id }) => id)),
    )
    if (best === undefined || found < best) best = found
  }
  return best
}
