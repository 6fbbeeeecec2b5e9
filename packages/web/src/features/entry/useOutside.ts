// SPDX-License-Identifier: Apache-2.0
// What the meeting tells before one enters, looked at now and then.
import type { MeetingClient } from '@alcove/client'
import type { OutsideView } from '@alcove/protocol'
import { useEffect, useState } from 'react'

const lookEveryMs = 15_000

export function useOutside(client: MeetingClient, isOutside: boolean): OutsideView {
  const [told, setTold] = useState<OutsideView>({})
  useEffect(() => {
    if (!isOutside) return undefined
    let isCurrent = true
    const look = () => void client.lookFromOutside().then((next) => isCurrent && setTold(next))
    look()
    const timer = setInterval(look, lookEveryMs)
    return () => {
      isCurrent = false
      clearInterval(timer)
    }
  }, [client, isOutside])
  return told
}
