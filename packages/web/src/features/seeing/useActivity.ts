// SPDX-License-Identifier: Apache-2.0
// Collects for moderators how lively rooms are, from when the meeting page is open, for whatever shows it later.
import { createContext, useEffect, useRef, useState } from 'react'
import { ActivityStore, type RoomsNow } from './ActivityStore.ts'

export const ActivityContext = createContext(new ActivityStore())

/** Who speaks on evenly makes no change: it is looked at now and then, too. */
const lookEveryMs = 5_000

/** @param now undefined for who is no moderator */
export function useActivity(now: RoomsNow | undefined, serverOffsetMs: number): ActivityStore {
  const [store] = useState(() => new ActivityStore())
  const latest = useRef({ now, serverOffsetMs })
  latest.current = { now, serverOffsetMs }
  useEffect(() => {
    const note = () => latest.current.now && store.note(latest.current.now, Date.now() + latest.current.serverOffsetMs)
    const timer = setInterval(note, lookEveryMs)
    return () => clearInterval(timer)
  }, [store])
  useEffect(() => {
    if (now) store.note(now, Date.now() + latest.current.serverOffsetMs)
  }, [store, now])
  return store
}
