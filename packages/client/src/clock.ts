// SPDX-License-Identifier: Apache-2.0
// Time as the SDK uses it, injected so that tests can drive it.

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls once after `delayMs`; the returned function cancels. */
  after(delayMs: number, callback: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs)
    return () => clearTimeout(timer)
  },
}
