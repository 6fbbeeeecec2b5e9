// SPDX-License-Identifier: Apache-2.0
// Owns the choice of the worker on which a person's transports will live. Pure; knows nothing of mediasoup.

export interface PlacementCandidate {
  /**
   * Consumers on the worker, of all meetings: the budget stands for what one core can do, and a core does not care whose consumers it
   * serves. Wanted ones count, not existing ones, and a person counts as one at least, so that people who join together are spread too.
   */
  readonly load: number
  /** People of this meeting whose transports live there. */
  readonly companions: number
}

/** Stays with most of the meeting while that worker is below the budget (each pipe costs), else takes the least loaded one. */
export function chooseWorker<Candidate extends PlacementCandidate>(
  candidates: readonly Candidate[],
  budget: number,
): Candidate | undefined {
  const withRoom = candidates.filter((candidate) => candidate.companions > 0 && candidate.load < budget)
  const home = first(withRoom, (a, b) => b.companions - a.companions)
  return home ?? first(candidates, (a, b) => a.load - b.load || b.companions - a.companions)
}

function first<Item>(items: readonly Item[], order: (a: Item, b: Item) => number): Item | undefined {
  return [...items].sort(order)[0]
}
