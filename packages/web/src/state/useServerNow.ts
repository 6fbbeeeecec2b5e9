// SPDX-License-Identifier: Apache-2.0
// The server's time on this machine, looked at now and then: for words such as "for 2 minutes".
import { useEffect, useState } from 'react'

/** @returns milliseconds since 1970 by the server's clock, renewed every `everyMs` */
export function useServerNow(serverOffsetMs: number, everyMs: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now + serverOffsetMs
}
