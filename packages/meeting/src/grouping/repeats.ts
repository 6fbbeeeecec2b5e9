// SPDX-License-Identifier: Apache-2.0
// Counts how often people meet again: what a plan is judged by, and what moderators are told of it.
import type { GroupingTask, Groups } from './task.ts'

/** How often two people of one group were in one group before, over all rounds; those who are kept together do not count. */
export function countRepeats(
  rounds: readonly Groups[],
  { metBefore, keepTogether }: Pick<GroupingTask, 'metBefore' | 'keepTogether'>,
): number {
  const key = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`)
  const met = new Set(metBefore.map(([a, b]) => key(a, b)))
  const together = new Set(keepTogether.map(([a, b]) => key(a, b)))
  let repeats = 0
  for (const groups of rounds)
    for (const group of groups)
      for (const [position, a] of group.entries())
        for (const b of group.slice(0, position)) {
          const pair = key(a, b)
          if (met.has(pair) && !together.has(pair)) repeats += 1
          met.add(pair)
        }
  return repeats
}
