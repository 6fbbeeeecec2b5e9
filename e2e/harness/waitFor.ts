// SPDX-License-Identifier: Apache-2.0
// Waits until something holds. What is waited for is a function that returns why it does not hold yet, so that a timeout explains itself.

export interface WaitOptions {
  readonly timeoutMs?: number
  readonly everyMs?: number
}

/**
 * Asks again and again until the answer is undefined.
 * @throws with the last reason when that takes longer than `timeoutMs` (default 45 s: what passes costs nothing of it, and machines are shared).
 */
export async function waitFor(
  why: () => string | undefined | Promise<string | undefined>,
  { timeoutMs = 45_000, everyMs = 50 }: WaitOptions = {},
): Promise<void> {
  const startedAt = Date.now()
  for (;;) {
    const reason = await reasonOf(why)
    if (reason === undefined) return
    if (Date.now() - startedAt > timeoutMs) throw new Error(`still waiting after ${timeoutMs} ms: ${reason}`)
    await pause(everyMs)
  }
}

/**
 * Looks for faults again until there are none: what is found while a screen is still being drawn is not wrong with it.
 * @returns those that stayed
 */
export async function lastingFaults(look: () => Promise<string[]>, timeoutMs = 5_000): Promise<string[]> {
  const startedAt = Date.now()
  for (;;) {
    const faults = await look()
    if (faults.length === 0 || Date.now() - startedAt > timeoutMs) return faults
    await pause(100)
  }
}

/** For measuring windows only, where the time itself is the point; to wait for something, use {@link waitFor}. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

async function reasonOf(why: () => string | undefined | Promise<string | undefined>): Promise<string | undefined> {
  try {
    return await why()
  } catch (error) {
    return `it threw ${error instanceof Error ? error.message : String(error)}`
  }
}
