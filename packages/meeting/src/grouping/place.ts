// SPDX-License-Identifier: Apache-2.0
// A first grouping that meets every hard constraint: capacities, people who stay, people kept apart. As even as it goes when units are placed one after
// the other in the smallest group; goes back when it is stuck.
import { invariant } from '../invariant.ts'
import { type Random, shuffle } from './random.ts'
import type { Unit } from './units.ts'

/** The group of each unit; undefined when there is none, or none was found within the limit. */
export type Placement = readonly number[] | undefined

/** Tries before it gives up; a hundred times more than what is met in practice. */
const maxTries = 50_000
/** Where people are kept apart, the most even of several beginnings is chosen: of so many as there are pairs of a unit and a group in this. */
const pairsPlaced = 2_000

/**
 * As `place`. Where people are kept apart, exchanges do not lead from each grouping to each other one, so that the beginning decides how even they get; in
 * large groupings those who are bound to nobody make up for it.
 */
export function placeEvenly(units: readonly Unit[], capacities: readonly number[], random: Random): Placement {
  let best = place(units, capacities, random)
  if (!best || units.every(({ apart }) => apart.size === 0)) return best
  const least = sumOfSquares(mostEvenSizes(units, capacities))
  const unevenness = (groupOf: readonly number[]) => sumOfSquares(sizesOf(units, capacities, groupOf)) - least
  const beginnings = pairsPlaced / (units.length * capacities.length)
  for (let begun = 1; begun < beginnings && unevenness(best) > 0; begun += 1) {
    const other = place(units, capacities, random)
    // It is hard enough to find any.
    if (!other) break
    if (unevenness(other) < unevenness(best)) best = other
  }
  return best
}

/** What the sizes would be if everybody who does not stay could go wherever there is a place: no grouping is more even. */
function mostEvenSizes(units: readonly Unit[], capacities: readonly number[]): readonly number[] {
  const sizes = capacities.map(() => 0)
  let going = 0
  for (const { people, staysIn } of units)
    if (staysIn === undefined) going += people.length
    else sizes[staysIn] = (sizes[staysIn] ?? 0) + people.length
  const roomier = (size: number, group: number, best: number) =>
    size < (capacities[group] ?? 0) && size < (sizes[best] ?? Number.POSITIVE_INFINITY)
  for (; going > 0; going -= 1) {
    const smallest = sizes.reduce((best, size, group) => (roomier(size, group, best) ? group : best), -1)
    sizes[smallest] = (sizes[smallest] ?? 0) + 1
  }
  return sizes
}

function sizesOf(units: readonly Unit[], capacities: readonly number[], groupOf: readonly number[]): readonly number[] {
  const sizes = capacities.map(() => 0)
  for (const [unit, group] of groupOf.entries()) sizes[group] = (sizes[group] ?? 0) + (units[unit]?.people.length ?? 0)
  return sizes
}

function sumOfSquares(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + size * size, 0)
}

export function place(units: readonly Unit[], capacities: readonly number[], random: Random): Placement {
  const groupOf = units.map(({ staysIn }) => staysIn ?? -1)
  const sizes = capacities.map(() => 0)
  for (const [unit, { people, staysIn }] of units.entries()) {
    if (staysIn === undefined) continue
    sizes[staysIn] = (sizes[staysIn] ?? 0) + people.length
    if ([...(units[unit]?.apart ?? [])].some((other) => groupOf[other] === staysIn)) return undefined
  }
  if (sizes.some((size, group) => size > (capacities[group] ?? 0))) return undefined
  const free = [...units.keys()].filter((unit) => units[unit]?.staysIn === undefined)
  const queue = [...shuffle(free, random)].sort((a, b) => weight(units, b) - weight(units, a))
  let tries = 0

  function fits(unit: Unit, group: number): boolean {
    if ((sizes[group] ?? 0) + unit.people.length > (capacities[group] ?? 0)) return false
    for (const other of unit.apart) if (groupOf[other] === group) return false
    return true
  }

  /** Smallest first. Of empty groups that hold the same number only the first: the others lead to the same. */
  function choices(unit: Unit): readonly number[] {
    const empty = new Set<number>()
    const possible = [...sizes.keys()].filter((group) => {
      if (!fits(unit, group)) return false
      if (sizes[group] !== 0) return true
      const capacity = capacities[group] ?? 0
      return !empty.has(capacity) && empty.add(capacity)
    })
    return possible.sort((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0))
  }

  function placeFrom(position: number): boolean {
    const index = queue[position]
    if (index === undefined) return true
    const unit = units[index]
    invariant(unit, `no unit ${index}`)
    for (const group of choices(unit)) {
      tries += 1
      if (tries > maxTries) return false
      groupOf[index] = group
      sizes[group] = (sizes[group] ?? 0) + unit.people.length
      if (placeFrom(position + 1)) return true
      groupOf[index] = -1
      sizes[group] = (sizes[group] ?? 0) - unit.people.length
    }
    return false
  }

  return placeFrom(0) ? groupOf : undefined
}

/** Those who fit in few places go first. */
function weight(units: readonly Unit[], index: number): number {
  const unit = units[index]
  return unit ? unit.apart.size + unit.people.length : 0
}
