// SPDX-License-Identifier: Apache-2.0
// How well groups are mixed, or sorted, by what people have in common: the sum of the squares of how many of each kind a group has is small when the
// kind is spread and large when it is gathered.
import { type Arrangement, nobody } from './Arrangement.ts'
import type { GroupingTask } from './task.ts'
import type { Unit } from './units.ts'

/** How many people of a unit have a trait. */
interface Share {
  readonly trait: number
  readonly count: number
}

export class Traits {
  readonly #traitCount: number
  readonly #groupCount: number
  readonly #sharesOf: readonly (readonly Share[])[]
  /** What one more square costs; negative where people are gathered. */
  readonly #costOf: readonly number[]
  readonly #counts: Int32Array

  constructor(task: GroupingTask, units: readonly Unit[], arrangement: Arrangement) {
    const traits = new Map<string, number>()
    const costs: number[] = []
    const found = (criterion: number, value: string): number => {
      const key = JSON.stringify([criterion, value])
      const known = traits.get(key)
      if (known !== undefined) return known
      // Each criterion counts more than all swaps could win by the next one.
      const rank = 1000 ** (task.criteria.length - 1 - criterion)
      costs.push(task.criteria[criterion]?.how === 'gather' ? -rank : rank)
      traits.set(key, traits.size)
      return traits.size - 1
    }
    this.#sharesOf = units.map(({ people }) => {
      const counts = new Map<number, number>()
      for (const place of people)
        for (const [criterion, { attribute }] of task.criteria.entries()) {
          const value = task.people[place]?.attributes[attribute]
          if (value === undefined) continue
          const trait = found(criterion, value)
          counts.set(trait, (counts.get(trait) ?? 0) + 1)
        }
      return [...counts].map(([trait, count]) => ({ trait, count }))
    })
    this.#costOf = costs
    this.#traitCount = traits.size
    this.#groupCount = arrangement.groupCount
    this.#counts = new Int32Array(arrangement.rounds * arrangement.groupCount * traits.size)
    for (let round = 0; round < arrangement.rounds; round += 1)
      for (const unit of units.keys()) this.#change(round, arrangement.groupOf(round, unit), unit, 1)
  }

  /** @returns what the exchange costs (negative: saves) */
  exchange(round: number, unit: number, own: number, other: number, group: number): number {
    if (this.#traitCount === 0) return 0
    let delta = this.#change(round, own, unit, -1) + this.#change(round, group, unit, 1)
    if (other !== nobody) delta += this.#change(round, group, other, -1) + this.#change(round, own, other, 1)
    return delta
  }

  #change(round: number, group: number, unit: number, sign: 1 | -1): number {
    const offset = (round * this.#groupCount + group) * this.#traitCount
    let delta = 0
    for (const { trait, count } of this.#sharesOf[unit] ?? []) {
      const before = this.#counts[offset + trait] ?? 0
      const after = before + sign * count
      this.#counts[offset + trait] = after
      delta += (this.#costOf[trait] ?? 0) * (after * after - before * before)
    }
    return delta
  }
}
