// SPDX-License-Identifier: Apache-2.0
// The server's time on this machine, looked at every few seconds: enough for words such as "for 2 minutes".
import { useEffect, useState } from 'react'

const everyMs = 5_000

export function useServerNow(serverOffsetMs: number): number {
  const [now, setNow] = useState(() => Date.now() + serverOffsetMs)
  useEffect(() => {
    const look = () => setNow(Date.now() + serverOffsetMs)
    look()
    const timer = setInterval(look, everyMs)
    return () => clearInterval(timer)
  }, [serverOffsetMs])
  return now
}
