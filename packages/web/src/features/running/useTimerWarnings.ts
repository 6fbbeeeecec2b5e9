// SPDX-License-Identifier: Apache-2.0
// Tells when 5 minutes and 1 minute are left for the rooms, and when time is up and nothing else says so. Follows from the end alone.
import type { TimerView } from '@alcove/protocol'
import { useEffect } from 'react'
import { t } from '../../i18n/texts.ts'
import type { PassingNotices } from '../meeting/usePassingNotices.ts'
import { timerWarningMinutes } from './times.ts'

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
    const tellAt = (time: number, text: () => string) => {
      const waitMs = time - serverOffsetMs - Date.now()
      if (waitMs > 0) timers.push(setTimeout(() => tell('info', text()), waitMs))
    }
    for (const minutes of timerWarningMinutes)
      tellAt(endsAt - minutes * 60_000, () => t('running.minutesLeft', { count: minutes }))
    if (isLastWord) tellAt(endsAt, () => t('running.timeIsUp'))
    return () => {
      for (const waiting of timers) clearTimeout(waiting)
    }
  }, [endsAt, isLastWord, serverOffsetMs, tell])
}
