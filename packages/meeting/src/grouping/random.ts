// SPDX-License-Identifier: Apache-2.0
// Seeded randomness: the same input and seed give the same groups on every machine, for ever (a plan must be reproducible).

/** Draws from 0 (included) to 1 (excluded). */
export type Random = () => number

/** Mulberry32: a 32-bit generator, good enough to seat people, small enough to keep. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Each item draws a number, and the numbers are sorted; equal ones keep their order. */
export function shuffle<Item>(items: readonly Item[], random: Random): readonly Item[] {
  const keyed = items.map((item) => ({ item, key: random() }))
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item)
}

/** A whole number from 0 to `below`, which is excluded. */
export function drawBelow(random: Random, below: number): number {
  return Math.floor(random() * below)
}
