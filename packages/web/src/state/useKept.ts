// SPDX-License-Identifier: Apache-2.0
// A value that is made anew at each change, with all that did not change as it was.
import { useMemo, useRef } from 'react'
import { keepSame } from './keepSame.ts'

export function useKept<Value>(value: Value): Value {
  const before = useRef<Value>(undefined)
  const kept = useMemo(() => keepSame(before.current, value), [value])
  before.current = kept
  return kept
}
