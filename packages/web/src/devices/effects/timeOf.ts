// SPDX-License-Identifier: Apache-2.0
// How long work takes on this machine.

/** @returns ms */
export async function timeOf(work: () => Promise<void>): Promise<number> {
  const beganAt = performance.now()
  await work()
  return performance.now() - beganAt
}

const tries = 5

/**
 * Works again while it took longer than that, a few times at most: a machine may be busy with something else for a moment.
 * @returns ms of the quickest
 */
export async function quickestOf(work: () => Promise<void>, enoughMs: number): Promise<number> {
  let quickest = Number.POSITIVE_INFINITY
  for (let tried = 0; tried < tries && quickest > enoughMs; tried += 1)
    quickest = Math.min(quickest, await timeOf(work))
  return quickest
}
