// SPDX-License-Identifier: Apache-2.0
// Notices that the computer slept: the clock went on, and this page did not.

const everyMs = 5_000
/** Browsers wake pages in the background once a minute. */
const longestPauseMs = 90_000

/** @returns how to end it */
export function watchSleep(onWake: () => void): () => void {
  let lastAt = Date.now()
  const timer = setInterval(() => {
    const pausedMs = Date.now() - lastAt
    lastAt += pausedMs
    if (pausedMs >= longestPauseMs) onWake()
  }, everyMs)
  return () => clearInterval(timer)
}
