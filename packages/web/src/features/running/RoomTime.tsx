// SPDX-License-Identifier: Apache-2.0
// How much time the rooms have left, beside the room's name.
import type { TimerView } from '@alcove/protocol'
import { Timer } from 'lucide-react'
import { t } from '../../i18n/texts.ts'
import { toClock } from './times.ts'
import { useTimeLeft } from './useTimeLeft.ts'
import './running.css'

export interface RoomTimeProps {
  readonly timer: TimerView
  readonly serverOffsetMs: number
}

export function RoomTime({ timer, serverOffsetMs }: RoomTimeProps) {
  const leftMs = useTimeLeft(timer.endsAt, serverOffsetMs)
  return (
    <span className="room-time" data-short={leftMs <= 60_000 || undefined} title={t('running.timeLeftTitle')}>
      <Timer aria-hidden="true" />
      {leftMs > 0 ? toClock(leftMs) : t('running.timeIsUp')}
      <span className="only-read-aloud">{leftMs > 0 ? ` ${t('running.leftForRooms')}` : ''}</span>
    </span>
  )
}
