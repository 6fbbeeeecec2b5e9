// SPDX-License-Identifier: Apache-2.0
// True while something is, and for a while after: so that what follows from it does not go up and down between two words.
import { useEffect, useState } from 'react'

export function useHeld(isTrue: boolean, holdMs: number): boolean {
  const [isHeld, setIsHeld] = useState(isTrue)
  useEffect(() => {
    if (isTrue) {
      setIsHeld(true)
      return undefined
    }
    const timer = setTimeout(() => setIsHeld(false), holdMs)
    return () => clearTimeout(timer)
  }, [isTrue, holdMs])
  return isTrue || isHeld
}
