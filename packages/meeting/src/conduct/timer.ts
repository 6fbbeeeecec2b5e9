// SPDX-License-Identifier: Apache-2.0
// The time that the rooms have (SPEC RU). Clients warn by themselves as the end comes near; only the end is an event.
import type { CommandOf } from '../commands.ts'
import type { MeetingEvent } from '../events.ts'
import { accept, type Decision, reject } from '../rejections.ts'
import type { RunningMeeting } from '../state.ts'
import { longestTimerMs } from './conduct.ts'
import { cancelled } from './countdown.ts'

export function decideStartTimer(state: RunningMeeting, command: CommandOf<'StartTimer'>): Decision {
  const { durationMs, atEnd, at } = command
  if (state.rooms.size === 0) return reject('ROOM_NONE')
  const endsAt = at + Math.min(durationMs, longestTimerMs)
  return accept([...returnCancelled(state, at), { type: 'TimerStarted', endsAt, atEnd, at }])
}

export function decideExtendTimer(state: RunningMeeting, { byMs, at }: CommandOf<'ExtendTimer'>): Decision {
  const { timer } = state.conduct
  if (timer.status === 'off') return reject('TIMER_NONE')
  // What has ended runs again from now; nobody is sent away while they were given more time.
  const from = timer.status === 'over' ? at : timer.endsAt
  const endsAt = Math.min(from + byMs, at + longestTimerMs)
  if (timer.status === 'running' && endsAt <= timer.endsAt) return accept([])
  return accept([...returnCancelled(state, at), { type: 'TimerExtended', endsAt, at }])
}

export function decideStopTimer(state: RunningMeeting, { at }: CommandOf<'StopTimer'>): Decision {
  return accept(state.conduct.timer.status === 'off' ? [] : [{ type: 'TimerStopped', at }])
}

/** Ends the return that the timer began; what a moderator asked for stays. */
function returnCancelled(state: RunningMeeting, at: number): readonly MeetingEvent[] {
  const { countdown } = state.conduct
  return countdown.status === 'pending' && countdown.cause === 'timer' ? cancelled(state, at) : []
}
