// SPDX-License-Identifier: Apache-2.0
// Changes of maps that copy once for many. A map of the state is copied before it is changed, so that states stay what they were; but opening all rooms
// moves hundreds of people in one step, and a log has hundreds of thousands of steps: a copy for each would cost people times events. Within `together`
// the copy that was made for the first change takes the following ones in place. Nobody outside can hold it before the work is done.

let drafts: Set<object> | undefined

/** Runs synchronous work in which each map is copied at most once. What was there before is left as it is, and what comes out is not changed later. */
export function together<Result>(work: () => Result): Result {
  if (drafts) return work()
  drafts = new Set()
  try {
    return work()
  } finally {
    drafts = undefined
  }
}

/** The map with this entry; its other entries, and their order, are as before. */
export function withEntry<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key, value: Value): ReadonlyMap<Key, Value> {
  return draftOf(map).set(key, value)
}

/** Whether this is still being changed: nothing may be remembered of it. */
export function isDraft(value: unknown): boolean {
  return drafts !== undefined && typeof value === 'object' && value !== null && drafts.has(value)
}

function draftOf<Key, Value>(map: ReadonlyMap<Key, Value>): Map<Key, Value> {
  // Only copies made here are in the set.
  if (drafts?.has(map)) return map as Map<Key, Value>
  const copy = new Map(map)
  drafts?.add(copy)
  return copy
}
