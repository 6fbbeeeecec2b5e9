// SPDX-License-Identifier: Apache-2.0
// Words for time that runs out: what the banner shows, and when it is read aloud. Pure.
import type { CountdownView } from '@alcove/protocol'
import { t } from '../../i18n/texts.ts'

/** From 10:00 down; hours when there are any. */
export function toClock(leftMs: number): string {
  const left = wholeSeconds(leftMs)
  const [hours, minutes, seconds] = [Math.floor(left / 3600), Math.floor(left / 60) % 60, left % 60]
  const two = (number: number) => `${number}`.padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`
}

export function wholeSeconds(leftMs: number): number {
  return Math.max(0, Math.ceil(leftMs / 1000))
}

/** What is about to happen, without when. */
export function toCountdownText({ action, cause }: CountdownView, isInMain: boolean): string {
  if (action === 'open-all') return t('running.roomsOpen')
  if (action === 'next-round') return t('running.nextRound')
  const what = isInMain ? t('running.everybodyBack') : t('running.backToMain')
  return cause === 'timer' ? t('running.timeIsUpThen', { what }) : what
}

export function toSpokenTime(leftMs: number): string {
  const seconds = wholeSeconds(leftMs)
  if (seconds === 0) return t('running.rightNow')
  const isWhole = seconds % 60 === 0
  if (seconds < 90 && !isWhole) return t('running.spokenSeconds', { count: seconds })
  return t('running.spokenMinutes', { count: Math.round(seconds / 60) })
}

const spokenAtSeconds = [10, 60, 300]

/** Changes only when something is to be read aloud: at 5 minutes, 1 minute, 10 seconds, never with each second. */
export function spokenStage(leftMs: number): number {
  const seconds = wholeSeconds(leftMs)
  return spokenAtSeconds.find((limit) => seconds <= limit) ?? Number.POSITIVE_INFINITY
}

/** How many minutes before the end of the rooms' time each warning is told. */
export const timerWarningMinutes = [5, 1]
