// SPDX-License-Identifier: Apache-2.0
// How long a meeting is kept once nobody is in it (SPEC TI): as the server is set when the meeting begins, and for this one as the operator says later.
import type { CommandOf } from '../commands.ts'
import type { EventOf } from '../events.ts'
import { accept, type Decision } from '../rejections.ts'
import type { RunningMeeting } from '../state.ts'

export function decideChangeRetention(state: RunningMeeting, command: CommandOf<'ChangeRetention'>): Decision {
  const { retentionMs, at } = command
  const { settings } = state
  const isSame = settings.retentionMs === retentionMs && settings.keyedRetentionMs === retentionMs
  return accept(isSame ? [] : [{ type: 'RetentionChanged', retentionMs, at }])
}

/** Whether the meeting has a moderator key, or gets one later, makes no difference any more. */
export function evolveRetention(state: RunningMeeting, { retentionMs }: EventOf<'RetentionChanged'>): RunningMeeting {
  return { ...state, settings: { ...state.settings, retentionMs, keyedRetentionMs: retentionMs } }
}

/** How long a meeting in which nobody is any more is kept. */
export function retentionMs({ door, settings }: Pick<RunningMeeting, 'door' | 'settings'>): number {
  return door.moderatorKeyHash === undefined ? settings.retentionMs : settings.keyedRetentionMs
}
