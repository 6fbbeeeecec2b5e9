// SPDX-License-Identifier: Apache-2.0
// How much may be asked in a time: a burst at once, then so many a second.

export interface Allowance {
  /** @returns whether one more is allowed now. */
  take(nowMs: number): boolean
}

export function createAllowance({
  burst,
  perSecond,
}: {
  readonly burst: number
  readonly perSecond: number
}): Allowance {
  let left = burst
  let lastMs: number | undefined
  return {
    take(nowMs) {
      left = Math.min(burst, left + ((nowMs - (lastMs ?? nowMs)) / 1000) * perSecond)
      lastMs = nowMs
      if (left < 1) return false
      left -= 1
      return true
    },
  }
}
