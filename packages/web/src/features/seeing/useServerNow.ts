// SPDX-License-Identifier: Apache-2.0
// The server's time, looked at now and then: for what changes by the minute.
import { useEffect, useState } from 'react'

export function useServerNow(serverOffsetMs: number, everyMs: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now + serverOffsetMs
}
