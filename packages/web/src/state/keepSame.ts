// SPDX-License-Identifier: Apache-2.0
// Structural sharing: a view model that is made anew keeps the identity of all that did not change, so that only what changed is drawn anew. Pure.

/** `next`, with each list and literal in it that says the same as its part of `before` replaced by that part. */
export function keepSame<Model>(before: unknown, next: Model): Model {
  return kept(before, next) as Model
}

/** Whether both say the same, whatever the order of their keys. */
export function isSame(before: unknown, next: unknown): boolean {
  return kept(before, next) === before
}

function kept(before: unknown, next: unknown): unknown {
  if (Array.isArray(before) && Array.isArray(next)) {
    const list = next.map((one, index) => kept(before[index], one))
    return list.length === before.length && list.every((one, index) => one === before[index]) ? before : list
  }
  if (!isLiteral(before) || !isLiteral(next)) return next
  const entries = Object.entries(next).map(([key, value]) => [key, kept(before[key], value)] as const)
  const isSame =
    entries.length === Object.keys(before).length &&
    entries.every(([key, value]) => value === before[key] && Object.hasOwn(before, key))
  return isSame ? before : Object.fromEntries(entries)
}

/** Tracks, maps and sets are what they are. */
function isLiteral(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
