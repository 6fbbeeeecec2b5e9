// SPDX-License-Identifier: Apache-2.0
// For moderators, at the top of the pane: open all rooms while some are not, and the timer with its remaining time.
import type { TimerView } from '@alcove/protocol'
import { DoorOpen, Timer } from 'lucide-react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import type { RoomsDialog } from '../rooms/dialogs.tsx'
import type { ModerateActions } from '../rooms/roomsActions.ts'
import type { RunningModel } from './runningModel.ts'
import { toClock } from './times.ts'
import { useTimeLeft } from './useTimeLeft.ts'
import './running.css'

export interface RunningToolsProps {
  readonly running: RunningModel
  readonly serverOffsetMs: number
  readonly moderate: ModerateActions
  readonly onDialog: (dialog: RoomsDialog) => void
}

export function RunningTools({ running, serverOffsetMs, moderate, onDialog }: RunningToolsProps) {
  return (
    <div className="running-tools">
      {running.canOpenAll ? (
        <Button onPress={() => onDialog({ type: 'open-all' })}>
          <DoorOpen aria-hidden="true" /> {t('running.openAll')}
        </Button>
      ) : null}
      {running.timer ? (
        <TimerRow timer={running.timer} serverOffsetMs={serverOffsetMs} moderate={moderate} />
      ) : (
        <Button onPress={() => onDialog({ type: 'timer' })}>
          <Timer aria-hidden="true" /> {t('running.setTimer')}
        </Button>
      )}
    </div>
  )
}

/** One press gives so much more time. */
export const timerStepMs = 5 * 60_000

interface TimerRowProps extends Pick<RunningToolsProps, 'serverOffsetMs' | 'moderate'> {
  readonly timer: TimerView
}

function TimerRow({ timer, serverOffsetMs, moderate }: TimerRowProps) {
  const leftMs = useTimeLeft(timer.endsAt, serverOffsetMs)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would look like a form; this only names the buttons' group
    <div className="timer-row" role="group" aria-label={t('running.timerTitle')}>
      <span className="timer-row-time">
        <Timer aria-hidden="true" />
        {leftMs > 0 ? t('running.timeLeft', { time: toClock(leftMs) }) : t('running.timeIsUp')}
      </span>
      <Button size="small" onPress={() => moderate.extendTimer(timerStepMs)} aria-label={t('running.fiveMoreLabel')}>
        {t('running.fiveMore')}
      </Button>
      <Button size="small" look="danger-quiet" onPress={moderate.stopTimer} aria-label={t('running.stopLabel')}>
        {t('running.stop')}
      </Button>
    </div>
  )
}
