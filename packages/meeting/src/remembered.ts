// SPDX-License-Identifier: Apache-2.0
// What was made of things that did not change is not made again. State is immutable and what an event does not touch keeps its identity, so the same
// things are the same contents; and what comes out keeps its identity, too, so that comparing it with what was published costs nothing.
import { isDraft } from './together.ts'

/**
 * `compute`, with its last result for each first input kept for as long as that input lives. It must be a function of its inputs alone: declare it at the
 * top of a module, where no state is in reach, and what it newly reads has to become an input.
 */
export function remembered<First extends object, Rest extends readonly unknown[], Result>(
  compute: (first: First, ...rest: Rest) => Result,
): (first: First, ...rest: Rest) => Result {
  const last = new WeakMap<First, { readonly rest: Rest; readonly result: Result }>()
  return (first, ...rest) => {
    if (isDraft(first) || rest.some(isDraft)) return compute(first, ...rest)
    const known = last.get(first)
    if (known?.rest.every((input, index) => Object.is(input, rest[index]))) return known.result
    const result = compute(first, ...rest)
    last.set(first, { rest, result })
    return result
  }
}
