// SPDX-License-Identifier: Apache-2.0
// Words for time that runs out: what the banner shows, and when it is read aloud. Pure.
import type { CountdownView } from '@alcove/protocol'

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
  if (action === 'open-all') return 'The rooms open'
  const what = isInMain ? 'Everybody comes back' : 'Back to the main room'
  return cause === 'timer' ? `Time is up. ${what}` : what
}

export function toSpokenTime(leftMs: number): string {
  const seconds = wholeSeconds(leftMs)
  if (seconds === 0) return 'now'
  if (seconds === 1) return 'in 1 second'
  if (seconds < 60 || seconds % 60 !== 0)
    return seconds < 90 ? `in ${seconds} seconds` : `in ${Math.round(seconds / 60)} minutes`
  return seconds === 60 ? 'in 1 minute' : `in ${seconds / 60} minutes`
}

const spokenAtSeconds = [10, 60, 300]

/** Changes only when something is to be read aloud: at 5 minutes, 1 minute, 10 seconds, never with each second. */
export function spokenStage(leftMs: number): number {
  const seconds = wholeSeconds(leftMs)
  return spokenAtSeconds.find((limit) => seconds <= limit) ?? Number.POSITIVE_INFINITY
}

/** Warnings of the rooms' timer: how long before the end each is told. */
export const timerWarnings = [
  { beforeMs: 300_000, text: '5 minutes left' },
  { beforeMs: 60_000, text: '1 minute left' },
] as const
