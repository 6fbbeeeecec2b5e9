// SPDX-License-Identifier: Apache-2.0
// How long to wait before trying a lost connection again. Knows nothing of sockets.

export interface ReconnectPolicy {
  /** @param attempt tries that failed since the connection was last good: 0 for the first wait. @returns milliseconds to wait. */
  delayMs(attempt: number): number
}

const firstMs = 250
const capMs = 5_000

/**
 * Doubles from a quarter of a second up to five seconds and never gives up. Up to a third is taken off at random, so that the people of a
 * meeting do not all come back in the same instant after a restart.
 */
export function createReconnectPolicy(random: () => number = Math.random): ReconnectPolicy {
  return {
    delayMs(attempt) {
      const full = Math.min(capMs, firstMs * 2 ** Math.min(attempt, 16))
      return Math.round(full * (1 - random() / 3))
    },
  }
}
