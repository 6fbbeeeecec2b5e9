// SPDX-License-Identifier: Apache-2.0
// How long somebody has to wait who has done the same thing too often: made of times that the state keeps anyway. Knows no clock.

export interface Rate {
  /** At most this many times ... */
  readonly times: number
  /** ... within this time. */
  readonly withinMs: number
}

/**
 * @param newestFirst when it was done before, in ms since 1970
 * @returns how long until it may be done again; 0 is now.
 */
export function waitTime(newestFirst: readonly number[], { times, withinMs }: Rate, at: number): number {
  const oldest = newestFirst[times - 1]
  return oldest === undefined ? 0 : Math.max(0, oldest + withinMs - at)
}
