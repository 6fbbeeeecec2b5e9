// SPDX-License-Identifier: Apache-2.0
// Who meets whom how often, and what it costs that they do: the first time nothing, each further time more than the one before. Pairs that always meet
// equally often can share one count (see cyclic.ts).
import { type Arrangement, nobody } from './Arrangement.ts'

export class Meetings {
  readonly #unitCount: number
  /** The count that each pair of units shares. */
  readonly #classOf: Int32Array
  /** What it would cost that a pair of the class meets once more. */
  readonly #next: Int32Array
  /** By how much that grows each time: pairs of people in a pair of units. */
  readonly #step: Int32Array

  constructor(unitCount: number, classOf: Int32Array, next: Int32Array, step: Int32Array) {
    this.#unitCount = unitCount
    this.#classOf = classOf
    this.#next = next
    this.#step = step
  }

  /** Counts all that meet in the arrangement. @returns what it costs */
  countAll(arrangement: Arrangement): number {
    let cost = 0
    for (let round = 0; round < arrangement.rounds; round += 1)
      for (let group = 0; group < arrangement.groupCount; group += 1) {
        const members = arrangement.membersOf(round, group)
        for (const [position, unit] of members.entries())
          for (let before = 0; before < position; before += 1) cost += this.#add(unit, members[before] ?? 0)
      }
    return cost
  }

  /** What it costs now that the unit meets these members of its group; 0: nobody of them again. */
  costIn(unit: number, members: readonly number[]): number {
    let cost = 0
    for (const other of members) if (other !== unit) cost += this.#lastOf(unit, other)
    return cost
  }

  /** Counts an exchange of a unit of `own` and one of `members`; the same with both swapped takes it back. @returns what it costs (negative: saves) */
  exchange(unit: number, own: readonly number[], other: number, members: readonly number[]): number {
    let delta = 0
    for (const member of own) if (member !== unit && member !== other) delta -= this.#remove(unit, member)
    for (const member of members) if (member !== unit && member !== other) delta += this.#add(unit, member)
    if (other === nobody) return delta
    for (const member of members) if (member !== unit && member !== other) delta -= this.#remove(other, member)
    for (const member of own) if (member !== unit && member !== other) delta += this.#add(other, member)
    return delta
  }

  #lastOf(a: number, b: number): number {
    const shared = this.#classOf[a * this.#unitCount + b] ?? 0
    return (this.#next[shared] ?? 0) - (this.#step[shared] ?? 0)
  }

  #add(a: number, b: number): number {
    const shared = this.#classOf[a * this.#unitCount + b] ?? 0
    const cost = this.#next[shared] ?? 0
    this.#next[shared] = cost + (this.#step[shared] ?? 0)
    return cost
  }

  #remove(a: number, b: number): number {
    const shared = this.#classOf[a * this.#unitCount + b] ?? 0
    const cost = (this.#next[shared] ?? 0) - (this.#step[shared] ?? 0)
    this.#next[shared] = cost
    return cost
  }
}
