// SPDX-License-Identifier: Apache-2.0
// The server's time on this machine, new at each whole second that is left; stands still when nothing is awaited.
import { useEffect, useState } from 'react'

/** How long after a second has passed it is looked at: timers may fire a little early. */
const slackMs = 15

/** @returns milliseconds until the given time of the server. */
export function useTimeLeft(until: number, serverOffsetMs: number): number {
  const [now, setNow] = useState(() => Date.now() + serverOffsetMs)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const tick = () => {
      const at = Date.now() + serverOffsetMs
      setNow(at)
      const leftMs = until - at
      if (leftMs > 0) timer = setTimeout(tick, (leftMs % 1000) + slackMs)
    }
    tick()
    return () => clearTimeout(timer)
  }, [until, serverOffsetMs])
  return until - now
}
