// SPDX-License-Identifier: Apache-2.0
// How long a meeting is kept once nobody is in it (SPEC TI): as the server is set when the meeting begins, for this one as the operator says later, and
// for a shorter time where moderators say so.
import type { CommandOf } from '../commands.ts'
import type { EventOf } from '../events.ts'
import { accept, type Decision } from '../rejections.ts'
import type { RunningMeeting } from '../state.ts'

type Kept = Pick<RunningMeeting, 'door' | 'settings'>

export function decideChangeRetention(state: RunningMeeting, command: CommandOf<'ChangeRetention'>): Decision {
  const { retentionMs, at } = command
  const { settings } = state
  const isSame =
    settings.retentionMs === retentionMs &&
    settings.keyedRetentionMs === retentionMs &&
    settings.shorterRetentionMs === undefined
  return accept(isSame ? [] : [{ type: 'RetentionChanged', retentionMs, at }])
}

export function decideShortenRetention(state: RunningMeeting, command: CommandOf<'ShortenRetention'>): Decision {
  const { retentionMs, at } = command
  if (state.settings.shorterRetentionMs === retentionMs) return accept([])
  return accept([{ type: 'RetentionShortened', ...(retentionMs === undefined ? {} : { retentionMs }), at }])
}

/** Whether the meeting has a moderator key, or gets one later, makes no difference any more. */
export function evolveRetention(state: RunningMeeting, { retentionMs }: EventOf<'RetentionChanged'>): RunningMeeting {
  const { shorterRetentionMs: _, ...settings } = state.settings
  return { ...state, settings: { ...settings, retentionMs, keyedRetentionMs: retentionMs } }
}

export function evolveRetentionShortened(
  state: RunningMeeting,
  { retentionMs }: EventOf<'RetentionShortened'>,
): RunningMeeting {
  const { shorterRetentionMs: _, ...settings } = state.settings
  return {
    ...state,
    settings: { ...settings, ...(retentionMs === undefined ? {} : { shorterRetentionMs: retentionMs }) },
  }
}

/** How long a meeting in which nobody is any more is kept. */
export function retentionMs({ door, settings }: Kept): number {
  return Math.min(longestRetentionMs({ door, settings }), settings.shorterRetentionMs ?? Number.POSITIVE_INFINITY)
}

/** How long it is kept unless moderators have it kept for less. */
export function longestRetentionMs({ door, settings }: Kept): number {
  return door.moderatorKeyHash === undefined ? settings.retentionMs : settings.keyedRetentionMs
}
