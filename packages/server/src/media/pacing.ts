// SPDX-License-Identifier: Apache-2.0
// Owns how a mass return is spread over time: the receivers of one worker in slices, so that nobody's media stutters under the others'.

/** Few enough to be created without being noticed. */
const consumersPerSlice = 40
const longestGapMs = 50
/** The last slice begins no later than this. */
const spreadMs = 500

export interface Paced<Item> {
  readonly delayMs: number
  readonly items: readonly Item[]
}

/** Splits in order; one receiver's consumers stay together, since the client makes them in one negotiation. */
export function paced<Item>(items: readonly Item[], weightOf: (item: Item) => number): readonly Paced<Item>[] {
  const slices: Item[][] = []
  let weight = Number.POSITIVE_INFINITY
  for (const item of items) {
    if (weight >= consumersPerSlice) {
      slices.push([])
      weight = 0
    }
    slices.at(-1)?.push(item)
    weight += weightOf(item)
  }
  const gapMs = Math.min(longestGapMs, spreadMs / Math.max(1, slices.length - 1))
  return slices.map((slice, index) => ({ delayMs: Math.round(index * gapMs), items: slice }))
}
