// SPDX-License-Identifier: Apache-2.0
// Tells everybody what is about to happen to all rooms and in how many seconds; moderators can stop it. Stands above the tiles, never over faces.
import type { CountdownView } from '@alcove/protocol'
import { Hourglass } from 'lucide-react'
import { useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { spokenStage, toCountdownText, toSpokenTime, wholeSeconds } from './times.ts'
import { useTimeLeft } from './useTimeLeft.ts'
import './running.css'

interface CountdownProps {
  readonly countdown: CountdownView
  readonly serverOffsetMs: number
  readonly isInMain: boolean
}

export interface CountdownBannerProps extends CountdownProps {
  /** Absent for those who may not. */
  readonly onCancel: (() => void) | undefined
}

export function CountdownBanner({ countdown, serverOffsetMs, isInMain, onCancel }: CountdownBannerProps) {
  const seconds = wholeSeconds(useTimeLeft(countdown.dueAt, serverOffsetMs))
  return (
    <div className="countdown" data-countdown={countdown.action}>
      <Hourglass aria-hidden="true" />
      <p className="countdown-words">
        {toCountdownText(countdown, isInMain)}{' '}
        {seconds > 0 ? (
          <span className="countdown-seconds">{t('running.inSeconds', { seconds })}</span>
        ) : (
          t('running.rightNow')
        )}
      </p>
      {onCancel ? (
        <Button size="small" look="outline" onPress={onCancel} aria-label={t('running.cancelCountdown')}>
          {t('words.cancel')}
        </Button>
      ) : null}
    </div>
  )
}

/** The same for those who do not see it: as it begins, and a few times before it is over. For a place that is read aloud. */
export function SpokenCountdown({ countdown, serverOffsetMs, isInMain }: CountdownProps) {
  const leftMs = useTimeLeft(countdown.dueAt, serverOffsetMs)
  return useSpoken(
    `${countdown.action}/${countdown.dueAt}/${spokenStage(leftMs)}`,
    `${toCountdownText(countdown, isInMain)} ${toSpokenTime(leftMs)}`,
  )
}

/** Keeps the words with which a stage began, so that what is read aloud changes only with the stage. */
function useSpoken(stage: string, words: string): string {
  const [spoken, setSpoken] = useState({ stage, words })
  if (spoken.stage === stage) return spoken.words
  setSpoken({ stage, words })
  return words
}
