// SPDX-License-Identifier: Apache-2.0
// Whether the browser holds voices back until somebody pressed something, and trying anew once they did.
import { useCallback, useState } from 'react'

export interface Sound {
  readonly isBlocked: boolean
  /** Counts the tries. */
  readonly attempt: number
  readonly onBlocked: () => void
  readonly turnOn: () => void
}

export function useSound(): Sound {
  const [isBlocked, setIsBlocked] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const onBlocked = useCallback(() => setIsBlocked(true), [])
  const turnOn = () => {
    setIsBlocked(false)
    setAttempt((before) => before + 1)
  }
  return { isBlocked, attempt, onBlocked, turnOn }
}
