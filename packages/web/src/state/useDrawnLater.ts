// SPDX-License-Identifier: Apache-2.0
// For what takes long to draw and may come a moment later. React puts it off for as long as anything else changes, so a busy page might never draw it: from
// a second on it is drawn with the rest.
import { useDeferredValue, useLayoutEffect, useRef } from 'react'

const mostLagMs = 1_000

export function useDrawnLater<Value>(value: Value): Value {
  const deferred = useDeferredValue(value)
  const lagsSince = useRef<number>(undefined)
  const drawn = isTooLate(lagsSince.current, performance.now()) ? value : deferred
  useLayoutEffect(() => {
    lagsSince.current = nextLag(lagsSince.current, drawn !== value, performance.now())
  }, [drawn, value])
  return drawn
}

/** @param since when what is drawn fell behind; undefined: it did not */
export function isTooLate(since: number | undefined, now: number): boolean {
  return since !== undefined && now - since > mostLagMs
}

/** Since when what is drawn is behind, after it was drawn once more. */
export function nextLag(since: number | undefined, isBehind: boolean, now: number): number | undefined {
  return isBehind ? (since ?? now) : undefined
}
