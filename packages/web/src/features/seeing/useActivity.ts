// SPDX-License-Identifier: Apache-2.0
// Keeps for moderators how lively rooms were up to now, for whatever shows it.
import type { ModeratorsPart } from '@alcove/protocol'
import { createContext, useEffect, useState } from 'react'
import { ActivityStore } from './ActivityStore.ts'

export const ActivityContext = createContext(new ActivityStore())

/** Time goes on also while nothing changes. */
const lookEveryMs = 5_000

/** @param lately undefined for who is no moderator */
export function useActivity(lately: ModeratorsPart['lately'] | undefined, serverOffsetMs: number): ActivityStore {
  const [store] = useState(() => new ActivityStore())
  useEffect(() => {
    if (!lately) return undefined
    const note = () => store.note(lately, Date.now() + serverOffsetMs)
    note()
    const timer = setInterval(note, lookEveryMs)
    return () => clearInterval(timer)
  }, [store, lately, serverOffsetMs])
  return store
}
