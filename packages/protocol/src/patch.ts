// SPDX-License-Identifier: Apache-2.0
// Merge patches (RFC 7396) between two versions of a part: what differs, with null for what is gone. Parts hold no nulls of their own.
export type Json = string | number | boolean | null | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isSame(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => isSame(item, b[index]))
  if (!isObject(a) || !isObject(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
}

/** @returns the patch that turns `before` into `after`, or undefined when they are equal. */
export function diff(before: JsonObject, after: JsonObject): JsonObject | undefined {
  if (before === after) return undefined
  // A map, not an object: no key is special in it.
  const patch = new Map<string, Json>()
  let kept = 0
  for (const [key, next] of Object.entries(after)) {
    // What kept its identity is the same, however large. Asked first, because most of a large part does.
    if (before[key] === next) {
      kept += 1
      continue
    }
    const previous = Object.hasOwn(before, key) ? before[key] : undefined
    if (previous !== undefined) kept += 1
    if (isObject(previous) && isObject(next)) {
      const inner = diff(previous, next)
      if (inner) patch.set(key, inner)
    } else if (!isSame(previous, next)) patch.set(key, next)
  }
  if (kept < Object.keys(before).length)
    for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) patch.set(key, null)
  return patch.size > 0 ? Object.fromEntries(patch) : undefined
}

/** Applies a merge patch. What did not change keeps its identity, so that views can compare by reference. */
export function applyPatch(before: JsonObject, patch: JsonObject): JsonObject {
  const after = new Map<string, Json>(Object.entries(before))
  for (const [key, change] of Object.entries(patch)) {
    const previous = after.get(key)
    if (change === null) after.delete(key)
    else after.set(key, isObject(change) ? applyPatch(isObject(previous) ? previous : {}, change) : change)
  }
  return Object.fromEntries(after)
}
