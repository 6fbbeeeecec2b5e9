// SPDX-License-Identifier: Apache-2.0
// The size of an element, kept up to date.
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { Size } from '../../layout/tileGrid.ts'

export function useSize<Element extends HTMLElement>(): readonly [RefObject<Element | null>, Size] {
  const element = useRef<Element>(null)
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  useLayoutEffect(() => {
    if (!element.current) return undefined
    const observed = element.current
    const measure = () => setSize({ width: observed.clientWidth, height: observed.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(observed)
    return () => observer.disconnect()
  }, [])
  return [element, size]
}
