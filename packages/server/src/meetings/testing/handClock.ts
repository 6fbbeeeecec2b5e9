// SPDX-License-Identifier: Apache-2.0
// A clock that is moved by hand; what it calls, and everything that follows, settles before it moves on.
import type { Clock } from '../ports.ts'

export interface HandClock extends Clock {
  /** Moves time on, calling what is due. */
  pass(ms: number): Promise<void>
}

export function createHandClock(start: number): HandClock {
  let now = start
  let timers: { readonly at: number; readonly callback: () => void }[] = []
  return {
    now: () => now,
    after(delayMs, callback) {
      const timer = { at: now + delayMs, callback }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    async pass(ms) {
      await settle()
      const until = now + ms
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)
        if (!next) break
        now = Math.max(now, next.at)
        timers = timers.filter((timer) => timer !== next)
        next.callback()
        await settle()
      }
      now = until
      await settle()
    },
  }
}

/** Lets queued promises run: enough turns for the longest chain here. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) await Promise.resolve()
}
