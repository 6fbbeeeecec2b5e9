// SPDX-License-Identifier: Apache-2.0
// Tells when 5 minutes and 1 minute are left for the rooms, and when time is up and nothing else says so. Follows from the end alone.
import type { TimerView } from '@alcove/protocol'
import { useEffect } from 'react'
import type { PassingNotices } from '../meeting/usePassingNotices.ts'
import { timerWarnings } from './times.ts'

export function useTimerWarnings(
  timer: TimerView | undefined,
  serverOffsetMs: number,
  tell: PassingNotices['tell'],
): void {
  const endsAt = timer?.endsAt
  const isLastWord = timer?.atEnd === 'nothing'
  useEffect(() => {
    if (endsAt === undefined) return undefined
    const timers: ReturnType<typeof setTimeout>[] = []
    const tellAt = (time: number, text: string) => {
      const waitMs = time - serverOffsetMs - Date.now()
      if (waitMs > 0) timers.push(setTimeout(() => tell('info', text), waitMs))
    }
    for (const { beforeMs, text } of timerWarnings) tellAt(endsAt - beforeMs, text)
    if (isLastWord) tellAt(endsAt, 'Time is up')
    return () => {
      for (const waiting of timers) clearTimeout(waiting)
    }
  }, [endsAt, isLastWord, serverOffsetMs, tell])
}
