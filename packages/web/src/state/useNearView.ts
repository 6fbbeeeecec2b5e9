// SPDX-License-Identifier: Apache-2.0
// Whether a part of a long list stands in the window or near it, so that only what may be seen soon is mounted whole.
import { type RefObject, useEffect, useRef, useState } from 'react'

/** So far outside the window still counts as near: what is scrolled or tabbed to next is there already. */
const around = '600px 0px'

export interface NearView<Part extends HTMLElement> {
  /** To be put on the element. */
  readonly ref: RefObject<Part | null>
  /** So is what has the focus, wherever it was scrolled. */
  readonly isNear: boolean
  /** How high it was when it was near last, in pixels. */
  readonly height: number | undefined
}

/** @param atFirst until it is known: true for what stands at the top of its list */
export function useNearView<Part extends HTMLElement>(atFirst: boolean): NearView<Part> {
  const ref = useRef<Part>(null)
  const [seen, setSeen] = useState<Omit<NearView<Part>, 'ref'>>({ isNear: atFirst, height: undefined })
  useEffect(() => {
    const element = ref.current
    if (!element) return undefined
    const observer = new IntersectionObserver(
      (entries) => {
        const { isIntersecting } = entries.at(-1) ?? {}
        const isNear = isIntersecting === true || element.contains(document.activeElement)
        setSeen((before) => {
          if (before.isNear === isNear) return before
          return { isNear, height: before.isNear ? element.offsetHeight : before.height }
        })
      },
      // The margin around whatever scrolls; browsers that know none mount what is in the window itself.
      { rootMargin: around, scrollMargin: around },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { ref, ...seen }
}
