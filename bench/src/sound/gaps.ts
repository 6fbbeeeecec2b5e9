// SPDX-License-Identifier: Apache-2.0
// Silence between stretches of sound. Pure.
import type { Run } from './findToneRuns.ts'

/** Length of the longest part of `from` to `to` in which none of the runs is; 0 when there is none. */
export function longestSilence(runs: readonly Run[], from: number, to: number): number {
  const ordered = runs.filter((run) => run.to > from && run.from < to).toSorted((a, b) => a.from - b.from)
  let longest = 0
  let heardUntil = from
  for (const run of ordered) {
    longest = Math.max(longest, run.from - heardUntil)
    heardUntil = Math.max(heardUntil, run.to)
  }
  return Math.max(longest, to - heardUntil, 0)
}

/** When the first of the runs that begin at or after `from` begins. */
export function firstStart(runs: readonly Run[], from: number): number | undefined {
  const starts = runs.map((run) => run.from).filter((start) => start >= from)
  return starts.length > 0 ? Math.min(...starts) : undefined
}
