// SPDX-License-Identifier: Apache-2.0
// Who is in which group in each round, in flat arrays, so that millions of exchanges can be tried. Says what an exchange may not break (capacity, people
// who stay, people apart) and what it does to the sizes; knows nothing of who met whom.
import type { Unit } from './units.ts'

export interface Shape {
  readonly units: readonly Unit[]
  readonly capacities: readonly number[]
}

/** Stands for the place that nobody has: a unit exchanged with it only moves. */
export const nobody = -1

export class Arrangement {
  readonly unitCount: number
  readonly groupCount: number
  readonly rounds: number
  readonly #units: readonly Unit[]
  readonly #capacities: readonly number[]
  readonly #weight: Int32Array
  readonly #groupOf: Int32Array
  readonly #sizes: Int32Array
  /** Units of each group of each round; their order means nothing. */
  readonly #members: number[][]

  constructor({ units, capacities }: Shape, placements: readonly (readonly number[])[]) {
    this.unitCount = units.length
    this.groupCount = capacities.length
    this.rounds = placements.length
    this.#units = units
    this.#capacities = capacities
    this.#weight = Int32Array.from(units, ({ people }) => people.length)
    this.#groupOf = new Int32Array(this.rounds * this.unitCount)
    this.#sizes = new Int32Array(this.rounds * this.groupCount)
    this.#members = Array.from({ length: this.rounds * this.groupCount }, () => [])
    for (const [round, placement] of placements.entries())
      for (const [unit, group] of placement.entries()) this.#put(round, unit, group)
  }

  groupOf(round: number, unit: number): number {
    return this.#groupOf[round * this.unitCount + unit] ?? 0
  }

  membersOf(round: number, group: number): readonly number[] {
    return this.#members[round * this.groupCount + group] ?? []
  }

  /** Whether `unit` may take the place of `other` in `group`, and `other` its place, if anybody has that place. */
  mayExchange(round: number, unit: number, other: number, group: number): boolean {
    const own = this.groupOf(round, unit)
    if (own === group || this.#stays(unit) || (other !== nobody && this.#stays(other))) return false
    const grows = this.#weightOf(unit) - this.#weightOf(other)
    if (grows > 0 && this.#sizeOf(round, group) + grows > (this.#capacities[group] ?? 0)) return false
    if (grows < 0 && this.#sizeOf(round, own) - grows > (this.#capacities[own] ?? 0)) return false
    return this.#fits(round, unit, group, other) && (other === nobody || this.#fits(round, other, own, unit))
  }

  /** How the sum of the squares of the sizes changes: the smaller it is, the more even are the groups. */
  evennessDelta(round: number, unit: number, other: number, group: number): number {
    const grows = this.#weightOf(unit) - this.#weightOf(other)
    return 2 * grows * (this.#sizeOf(round, group) - this.#sizeOf(round, this.groupOf(round, unit)) + grows)
  }

  exchange(round: number, unit: number, other: number, group: number): void {
    const own = this.groupOf(round, unit)
    this.#take(round, unit, own)
    if (other !== nobody) {
      this.#take(round, other, group)
      this.#put(round, other, own)
    }
    this.#put(round, unit, group)
  }

  copyGroups(): Int32Array {
    return this.#groupOf.slice()
  }

  /** The group of each unit in one round, out of a copy. */
  placementIn(copy: Int32Array, round: number): readonly number[] {
    return [...copy.subarray(round * this.unitCount, (round + 1) * this.unitCount)]
  }

  #fits(round: number, unit: number, group: number, leaving: number): boolean {
    const apart = this.#units[unit]?.apart
    if (!apart || apart.size === 0) return true
    for (const foe of apart) if (foe !== leaving && this.groupOf(round, foe) === group) return false
    return true
  }

  #stays(unit: number): boolean {
    return this.#units[unit]?.staysIn !== undefined
  }

  #weightOf(unit: number): number {
    return unit === nobody ? 0 : (this.#weight[unit] ?? 0)
  }

  #sizeOf(round: number, group: number): number {
    return this.#sizes[round * this.groupCount + group] ?? 0
  }

  #put(round: number, unit: number, group: number): void {
    const cell = round * this.groupCount + group
    this.#groupOf[round * this.unitCount + unit] = group
    this.#sizes[cell] = (this.#sizes[cell] ?? 0) + this.#weightOf(unit)
    this.#members[cell]?.push(unit)
  }

  #take(round: number, unit: number, group: number): void {
    const cell = round * this.groupCount + group
    this.#sizes[cell] = (this.#sizes[cell] ?? 0) - this.#weightOf(unit)
    const members = this.#members[cell]
    if (!members) return
    const last = members.pop()
    if (last !== undefined && last !== unit) members[members.indexOf(unit)] = last
  }
}
