// SPDX-License-Identifier: Apache-2.0
// For what takes long to draw and may come a moment later. React puts it off for as long as anything else changes, so a busy page might never draw it: from
// a second on it is drawn with the rest.
import { useDeferredValue, useLayoutEffect, useRef } from 'react'

const mostLagMs = 1_000

export function useDrawnLater<Value>(value: Value): Value {
  const deferred = useDeferredValue(value)
  const lagsSince = useRef<number>(undefined)
  const isLate = lagsSince.current !== undefined && performance.now() - lagsSince.current > mostLagMs
  const drawn = isLate ? value : deferred
  useLayoutEffect(() => {
    if (drawn === value) lagsSince.current = undefined
    else lagsSince.current ??= performance.now()
  }, [drawn, value])
  return drawn
}
