// SPDX-License-Identifier: Apache-2.0
// The planner (SPEC GR): puts people into groups, once or several times so that as few as possible meet again. Pure and repeatable: the same task gives the
// same groups. May take seconds for hundreds of people, so the server runs it in a thread of its own.
import { Arrangement } from './Arrangement.ts'
import { capacitiesOf, turnedRounds } from './cyclic.ts'
import { Meetings } from './Meetings.ts'
import { placeEvenly } from './place.ts'
import { type Random, randomFrom } from './random.ts'
import { countRepeats } from './repeats.ts'
import { improveMeetings, improveShape } from './search.ts'
import { Traits } from './Traits.ts'
import type { Grouped, GroupingProblem, GroupingTask, Groups } from './task.ts'
import { findProblem, idsOf, toUnits, type Unit } from './units.ts'

/** About a second's work on a small machine, less for few people: they have fewer ways to sit. */
const [mostLooks, looksPerPlace] = [25_000_000, 100_000]
/** To make the groups of a round even and mixed: at least so many, and some for each exchange that there is. */
const [fewestShapeLooks, shapeLooksPerExchange] = [20_000, 8]

type Placements = readonly (readonly number[])[]

/** @returns the groups of each round, or which constraint cannot be met */
export function groupPeople(task: GroupingTask): Grouped {
  const found = toUnits(task)
  if (!found.ok) return found
  const { units } = found
  const problem = findProblem(task, units)
  if (problem) return { ok: false, problem }
  const random = randomFrom(task.seed)
  const placements = searched(task, units, random)
  if (!placements) return { ok: false, problem: combined(task, units) }
  const rounds = placements.map((placement) => toGroups(task, units, placement))
  return { ok: true, rounds, repeats: countRepeats(rounds, task) }
}

function searched(task: GroupingTask, units: readonly Unit[], random: Random): Placements | undefined {
  const looks = task.looks ?? Math.min(mostLooks, looksPerPlace * units.length * task.rounds)
  const turned = turnedRounds(task, units, random, looks / 2)
  const start = turned ?? placedRounds(task, units, random)
  if (!start) return undefined
  const arrangement = new Arrangement({ units, capacities: capacitiesOf(task) }, start)
  const traits = new Traits(task, units, arrangement)
  const search = { arrangement, traits, random }
  if (!turned) improveShape({ ...search, looks: looksForShape(task, units, looks) })
  // In a first and only round nobody can meet again.
  const isFirst = task.rounds === 1 && task.metBefore.length === 0
  const groups = isFirst
    ? arrangement.copyGroups()
    : improveMeetings({ ...search, looks: turned ? looks / 2 : looks }, meetingsOf(task, units)).groups
  return start.map((_, round) => arrangement.placementIn(groups, round))
}

/** A shape that is right from the start needs none. */
function looksForShape({ criteria, rounds }: GroupingTask, units: readonly Unit[], looks: number): number {
  if (criteria.length === 0 && units.every(({ people, apart }) => people.length === 1 && apart.size === 0)) return 0
  const exchanges = (units.length * units.length) / 2
  return Math.min(looks, rounds * (fewestShapeLooks + shapeLooksPerExchange * exchanges))
}

function placedRounds(task: GroupingTask, units: readonly Unit[], random: Random): Placements | undefined {
  const placements = Array.from({ length: task.rounds }, () => placeEvenly(units, capacitiesOf(task), random))
  return placements.every((placement) => placement !== undefined) ? placements : undefined
}

function combined(task: GroupingTask, units: readonly Unit[]): GroupingProblem {
  const bound = units.filter(
    ({ people, apart, staysIn }) => people.length > 1 || apart.size > 0 || staysIn !== undefined,
  )
  return { constraint: 'combination', people: bound.flatMap((unit) => idsOf(task, unit)) }
}

/** A count for each pair of units; those who met before have met once already, or more often. */
function meetingsOf(task: GroupingTask, units: readonly Unit[]): Meetings {
  const count = units.length
  const classOf = new Int32Array(count * count)
  const next = new Int32Array((count * (count + 1)) / 2)
  const step = new Int32Array(next.length)
  const unitOf = new Map(units.flatMap((unit, index) => idsOf(task, unit).map((id) => [id, index] as const)))
  for (let a = 0, pair = 0; a < count; a += 1)
    for (let b = a; b < count; b += 1, pair += 1) {
      classOf[a * count + b] = pair
      classOf[b * count + a] = pair
      step[pair] = (units[a]?.people.length ?? 0) * (units[b]?.people.length ?? 0)
    }
  for (const [first, second] of task.metBefore) {
    const [a, b] = [unitOf.get(first), unitOf.get(second)]
    if (a === undefined || b === undefined || a === b) continue
    const pair = classOf[a * count + b] ?? 0
    next[pair] = (next[pair] ?? 0) + 1
  }
  return new Meetings(count, classOf, next, step)
}

function toGroups(task: GroupingTask, units: readonly Unit[], placement: readonly number[]): Groups {
  const groupOf = new Map<number, number>()
  for (const [unit, group] of placement.entries())
    for (const person of units[unit]?.people ?? []) groupOf.set(person, group)
  return task.groups.map((_, group) =>
    task.people.filter((_, person) => groupOf.get(person) === group).map(({ id }) => id),
  )
}
