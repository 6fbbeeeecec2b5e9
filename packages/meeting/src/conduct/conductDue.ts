// SPDX-License-Identifier: Apache-2.0
// What time does to the rooms: the timer ends, a countdown runs out (SPEC RU). Late, both happen at once.
import type { MeetingEvent } from '../events.ts'
import { podiumCleared } from '../podium/podium.ts'
import { emptyPodium } from '../podium/podiumState.ts'
import type { RunningMeeting } from '../state.ts'
import { type Countdown, returnAfterTimerMs } from './conduct.ts'
import { begun, carriedOut, isAnyRoomInUse } from './countdown.ts'

/** When the timer ends and when the countdown runs out, as far as there are any. */
export function conductDueAt({ conduct: { countdown, timer } }: RunningMeeting): readonly (number | undefined)[] {
  return [
    countdown.status === 'pending' ? countdown.dueAt : undefined,
    timer.status === 'running' ? timer.endsAt : undefined,
  ]
}

export function conductPassed(state: RunningMeeting, at: number): readonly MeetingEvent[] {
  const { countdown, timer } = state.conduct
  const hasEnded = timer.status === 'running' && timer.endsAt <= at
  const afterTimer = hasEnded ? { ...state, podium: emptyPodium } : state
  const begins = hasEnded ? returnAfter(state, timer.endsAt, at) : []
  const pending: Countdown = begins.map((event) => ({ ...event, status: 'pending' as const }))[0] ?? countdown
  return [
    ...(hasEnded ? [{ type: 'TimerEnded' as const, at }, ...podiumCleared(state, at)] : []),
    ...begins,
    ...(pending.status === 'pending' && pending.dueAt <= at ? carriedOut(afterTimer, pending, at) : []),
  ]
}

/** The countdown that the end of the timer begins; none when everybody is back already, or a return or the next round is on its way. */
function returnAfter(state: RunningMeeting, endedAt: number, at: number) {
  const { countdown, timer } = state.conduct
  const isReturning = countdown.status === 'pending' && countdown.action !== 'open-all'
  const isWanted = timer.status === 'running' && timer.atEnd === 'bring-back'
  if (!isWanted || isReturning || !isAnyRoomInUse(state)) return []
  return [begun('bring-back', endedAt + returnAfterTimerMs, 'timer', at)]
}
