// SPDX-License-Identifier: Apache-2.0
// Keeps looking into exactly these rooms for as long as the screen is open, and ends it with the screen.
import type { RoomId } from '@alcove/protocol'
import { useEffect, useRef } from 'react'

export interface LooksInput {
  readonly wanted: readonly RoomId[]
  /** As the server has it. */
  readonly current: readonly RoomId[]
  readonly look: (roomId: RoomId, isLooking: boolean) => void
}

/** One scroll, one round of questions. */
const settleMs = 250

export function useLooks(input: LooksInput): void {
  const latest = useRef(input)
  latest.current = input
  const asked = useRef(new Set<RoomId>())
  const key = `${input.wanted.join(' ')}|${input.current.join(' ')}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: when either list says something else
  useEffect(() => {
    const timer = setTimeout(() => {
      const { wanted, current, look } = latest.current
      for (const roomId of current.filter((one) => !wanted.includes(one))) look(roomId, false)
      asked.current = new Set(wanted)
      for (const roomId of wanted.filter((one) => !current.includes(one))) look(roomId, true)
    }, settleMs)
    return () => clearTimeout(timer)
  }, [key])
  useEffect(
    () => () => {
      const { current, look } = latest.current
      for (const roomId of new Set([...current, ...asked.current])) look(roomId, false)
    },
    [],
  )
}
