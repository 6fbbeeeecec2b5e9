// SPDX-License-Identifier: Apache-2.0
// Simulated annealing over exchanges of two units, or moves of one. What comes first in `Aims` is never given up for what comes later. Chances are made of
// whole powers, not of exp: the same on every machine.
import { type Arrangement, nobody } from './Arrangement.ts'
import type { Meetings } from './Meetings.ts'
import { drawBelow, type Random } from './random.ts'
import type { Traits } from './Traits.ts'

export interface Search {
  readonly arrangement: Arrangement
  readonly traits: Traits
  readonly random: Random
  /** How many members of groups are looked at, at most: the same for the same input, unlike time. */
  readonly looks: number
}

/** The chance to accept what costs one more, at the beginning and at the end. */
const [warm, cold] = [0.2, 0.05]
/** Of so many exchanges one moves a single unit, where groups may differ in size. */
const movesOneOf = 4

/** Makes groups even first, then mixes or sorts people by their traits. */
export function improveShape({ arrangement, traits, random, looks }: Search): void {
  let looked = 0
  while (looked < looks) {
    const chance = chanceAt(looked / looks)
    const { round, unit, other, group } = drawn(arrangement, random)
    looked += 2
    if (!arrangement.mayExchange(round, unit, other, group)) continue
    const evenness = arrangement.evennessDelta(round, unit, other, group)
    if (evenness > 0) continue
    const own = arrangement.groupOf(round, unit)
    const delta = traits.exchange(round, unit, own, other, group)
    if (evenness < 0 || isAccepted(delta, chance, random)) arrangement.exchange(round, unit, other, group)
    else traits.exchange(round, unit, group, other, own)
  }
}

/** Lets as few people as possible meet again, without making groups less even or worse mixed. @returns the best groups and what they cost */
export function improveMeetings({ arrangement, traits, random, looks }: Search, meetings: Meetings) {
  let cost = meetings.countAll(arrangement)
  let best = { cost, groups: arrangement.copyGroups() }
  let looked = 0
  while (looked < looks && best.cost > 0) {
    const { round, unit, other, group } = drawn(arrangement, random)
    const own = arrangement.groupOf(round, unit)
    const members = arrangement.membersOf(round, own)
    const others = arrangement.membersOf(round, group)
    looked += members.length
    // Whoever meets nobody again is well where they are; this finds those who do some ten times faster.
    if (meetings.costIn(unit, members) === 0 || !arrangement.mayExchange(round, unit, other, group)) continue
    const evenness = arrangement.evennessDelta(round, unit, other, group)
    if (evenness > 0) continue
    looked += 2 * (members.length + others.length)
    const mixing = traits.exchange(round, unit, own, other, group)
    const delta = mixing > 0 ? Number.POSITIVE_INFINITY : meetings.exchange(unit, members, other, others)
    const isBetterShape = evenness < 0 || mixing < 0
    if (mixing <= 0 && (isBetterShape || isAccepted(delta, chanceAt(looked / looks), random))) {
      arrangement.exchange(round, unit, other, group)
      cost += delta
      if (isBetterShape || cost < best.cost) best = { cost, groups: arrangement.copyGroups() }
      continue
    }
    traits.exchange(round, unit, group, other, own)
    if (mixing <= 0) meetings.exchange(unit, others, other, members)
  }
  return best
}

/** A unit and where it may go: to the place of another unit, or now and then beside all in a group. */
function drawn(arrangement: Arrangement, random: Random) {
  const round = drawBelow(random, arrangement.rounds)
  const unit = drawBelow(random, arrangement.unitCount)
  if (drawBelow(random, movesOneOf) === 0)
    return { round, unit, other: nobody, group: drawBelow(random, arrangement.groupCount) }
  const other = drawBelow(random, arrangement.unitCount)
  return { round, unit, other, group: arrangement.groupOf(round, other) }
}

function chanceAt(progress: number): number {
  return warm + (cold - warm) * progress
}

/** What costs nothing always is; the more it costs, the smaller the chance. */
function isAccepted(delta: number, chance: number, random: Random): boolean {
  if (delta <= 0) return true
  if (delta > 20) return false
  let power = chance
  for (let more = 1; more < delta; more += 1) power *= chance
  return random() < power
}
