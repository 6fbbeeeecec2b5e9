// SPDX-License-Identifier: Apache-2.0
// A token bucket per connection: short bursts are fine (a moderator seats forty people), a steady flood is not.

export interface RateLimit {
  /** Takes one token. @returns 0 when there was one, else how long to wait in ms. */
  take(nowMs: number): number
  /** How many requests were refused lately: of a client that stops or slows down it falls as fast as tokens come back. */
  refusals(): number
}

export function createRateLimit({
  burst,
  perSecond,
}: {
  readonly burst: number
  readonly perSecond: number
}): RateLimit {
  let tokens = burst
  let filledAt: number | undefined
  let refused = 0
  return {
    take(nowMs) {
      // Clocks may be set back; that takes nothing away.
      const comesBack = (Math.max(0, nowMs - (filledAt ?? nowMs)) / 1_000) * perSecond
      tokens = Math.min(burst, tokens + comesBack)
      refused = Math.max(0, refused - comesBack)
      filledAt = nowMs
      if (tokens >= 1) {
        tokens -= 1
        return 0
      }
      refused += 1
      return Math.ceil(((1 - tokens) / perSecond) * 1_000)
    },
    refusals: () => refused,
  }
}
