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

export interface CountdownBannerProps {
  readonly countdown: CountdownView
  readonly serverOffsetMs: number
  readonly isInMain: boolean
  /** Absent for those who may not. */
  readonly onCancel: (() => void) | undefined
  /** Shown a second time elsewhere, where it is not read aloud again. */
  readonly isSilent?: boolean
}

export function CountdownBanner({ countdown, serverOffsetMs, isInMain, onCancel, isSilent }: CountdownBannerProps) {
  const leftMs = useTimeLeft(countdown.dueAt, serverOffsetMs)
  const text = toCountdownText(countdown, isInMain)
  const seconds = wholeSeconds(leftMs)
  const spoken = useSpoken(
    `${countdown.action}/${countdown.dueAt}/${spokenStage(leftMs)}`,
    `${text} ${toSpokenTime(leftMs)}`,
  )
  return (
    <div className="countdown" data-countdown={countdown.action}>
      <Hourglass aria-hidden="true" />
      <p className="countdown-words">
        {text}{' '}
        {seconds > 0 ? (
          <span className="countdown-seconds">{t('running.inSeconds', { seconds })}</span>
        ) : (
          t('running.rightNow')
        )}
      </p>
      {isSilent ? null : (
        <span className="only-read-aloud" role="status">
          {spoken}
        </span>
      )}
      {onCancel ? (
        <Button size="small" look="outline" onPress={onCancel} aria-label={t('running.cancelCountdown')}>
          {t('words.cancel')}
        </Button>
      ) : null}
    </div>
  )
}

/** Keeps the words with which a stage began, so that the live region changes only with the stage. */
function useSpoken(stage: string, words: string): string {
  const [spoken, setSpoken] = useState({ stage, words })
  if (spoken.stage === stage) return spoken.words
  setSpoken({ stage, words })
  return words
}
