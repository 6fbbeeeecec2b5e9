// SPDX-License-Identifier: Apache-2.0
// From people to units: those who are to be kept together move as one. Finds the constraints that contradict each other or the groups before
// anything is searched.
import type { ParticipantId } from '@alcove/protocol'
import type { GroupingProblem, GroupingTask, Pair } from './task.ts'

/** People who are always in one group: most often a single person. */
export interface Unit {
  readonly people: readonly number[]
  /** The group in which it stays. */
  readonly staysIn: number | undefined
  /** Units that may not be in its group. */
  readonly apart: ReadonlySet<number>
}

export type Units = { readonly ok: true; readonly units: readonly Unit[] } | Refused
interface Refused {
  readonly ok: false
  readonly problem: GroupingProblem
}

/** Pairs that name somebody who is not among the people say nothing. */
export function toUnits(task: GroupingTask): Units {
  const places = new Map(task.people.map(({ id }, place) => [id, place]))
  const blocks = blocksOf(task, places)
  const unitOf = new Int32Array(task.people.length)
  for (const [unit, block] of blocks.entries()) for (const place of block) unitOf[place] = unit
  const apart = blocks.map(() => new Set<number>())
  for (const pair of task.keepApart) {
    const [a, b] = unitsOf(pair, places, unitOf)
    if (a === undefined || b === undefined) continue
    if (a === b) return refused({ constraint: 'contradiction', people: pair })
    apart[a]?.add(b)
    apart[b]?.add(a)
  }
  const units: Unit[] = []
  for (const [unit, people] of blocks.entries()) {
    const stays = people.filter((place) => task.people[place]?.staysIn !== undefined)
    const [first, ...others] = stays
    const staysIn = first === undefined ? undefined : task.people[first]?.staysIn
    const other = others.find((place) => task.people[place]?.staysIn !== staysIn)
    if (first !== undefined && other !== undefined)
      return refused({ constraint: 'contradiction', people: [idOf(task, first), idOf(task, other)] })
    units.push({ people, staysIn, apart: apart[unit] ?? new Set() })
  }
  return { ok: true, units }
}

/** What makes the task impossible by itself, whatever else is wanted; undefined if nothing does. */
export function findProblem(task: GroupingTask, units: readonly Unit[]): GroupingProblem | undefined {
  const { people, groups } = task
  const capacities = groups.map(({ capacity }) => capacity ?? people.length)
  const most = capacities.reduce((sum, capacity) => sum + capacity, 0)
  const staying = people.filter(({ staysIn }) => staysIn !== undefined).length
  if (people.length > most) return { constraint: 'capacity', people: people.length - staying, most: most - staying }
  const largest = capacities.reduce((a, b) => Math.max(a, b), 0)
  const tooLarge = units.find((unit) => unit.people.length > largest)
  if (tooLarge) return { constraint: 'together', people: idsOf(task, tooLarge), most: largest }
  const foes = cliqueAbove(units, groups.length)
  if (foes) return { constraint: 'apart', people: foes.flatMap((unit) => idsOf(task, unit)), groups: groups.length }
  return undefined
}

export function idsOf(task: GroupingTask, unit: Unit): readonly ParticipantId[] {
  return unit.people.map((place) => idOf(task, place))
}

/** More than `most` units of which each is apart from each other one, found greedily from every unit; undefined if that finds none. */
function cliqueAbove(units: readonly Unit[], most: number): readonly Unit[] | undefined {
  for (const [start, { apart }] of units.entries()) {
    if (apart.size < most) continue
    const clique = [start]
    for (const other of [...apart].sort((a, b) => degree(units, b) - degree(units, a) || a - b))
      if (clique.every((member) => units[member]?.apart.has(other))) clique.push(other)
    if (clique.length > most) return clique.flatMap((member) => units[member] ?? [])
  }
  return undefined
}

function degree(units: readonly Unit[], unit: number): number {
  return units[unit]?.apart.size ?? 0
}

/** Sets of people connected by pairs to keep together, each in the order given, ordered by their first. */
function blocksOf(task: GroupingTask, places: ReadonlyMap<ParticipantId, number>): readonly (readonly number[])[] {
  const leads = task.people.map((_, place) => place)
  const leadOf = (place: number): number => {
    const lead = leads[place] ?? place
    return lead === place ? place : leadOf(lead)
  }
  for (const [a, b] of task.keepTogether) {
    const [from, to] = [places.get(a), places.get(b)]
    if (from === undefined || to === undefined) continue
    const [x, y] = [leadOf(from), leadOf(to)]
    leads[Math.max(x, y)] = Math.min(x, y)
  }
  const blocks = new Map<number, number[]>()
  for (const place of leads.keys()) {
    const lead = leadOf(place)
    blocks.set(lead, [...(blocks.get(lead) ?? []), place])
  }
  return [...blocks.values()]
}

function unitsOf([a, b]: Pair, places: ReadonlyMap<ParticipantId, number>, unitOf: Int32Array) {
  return [a, b].map((id) => {
    const place = places.get(id)
    return place === undefined ? undefined : unitOf[place]
  })
}

function idOf({ people }: GroupingTask, place: number): ParticipantId {
  const person = people[place]
  if (!person) throw new Error(`there is no person ${place}`)
  return person.id
}

function refused(problem: GroupingProblem): Refused {
  return { ok: false, problem }
}
