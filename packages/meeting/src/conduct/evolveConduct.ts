// SPDX-License-Identifier: Apache-2.0
// How countdown, timer and the rule for newcomers change: the only writer of the state's `conduct`.
import type { EventOf } from '../events.ts'
import { assertNever, invariant } from '../invariant.ts'
import type { RunningMeeting } from '../state.ts'
import type { ConductState, RoomsTimer } from './conduct.ts'

type ConductEvent = EventOf<
  | 'CountdownStarted'
  | 'CountdownCancelled'
  | 'CountdownEnded'
  | 'TimerStarted'
  | 'TimerExtended'
  | 'TimerEnded'
  | 'TimerStopped'
  | 'LateJoinChanged'
>

export function evolveConduct(state: RunningMeeting, event: ConductEvent): RunningMeeting {
  return { ...state, conduct: { ...state.conduct, ...change(state.conduct, event) } }
}

function change({ timer }: ConductState, event: ConductEvent): Partial<ConductState> {
  switch (event.type) {
    case 'CountdownStarted': {
      const { action, dueAt, cause } = event
      return { countdown: { status: 'pending', action, dueAt, cause } }
    }
    case 'CountdownCancelled':
    case 'CountdownEnded':
      return { countdown: { status: 'none' } }
    case 'TimerStarted':
      return { timer: { status: 'running', endsAt: event.endsAt, atEnd: event.atEnd } }
    case 'TimerExtended':
      return { timer: { ...begun(timer), status: 'running', endsAt: event.endsAt } }
    case 'TimerEnded':
      return { timer: { ...begun(timer), status: 'over' } }
    case 'TimerStopped':
      return { timer: { status: 'off' } }
    case 'LateJoinChanged':
      return { lateJoin: event.lateJoin }
    default:
      return assertNever(event)
  }
}

function begun(timer: RoomsTimer): Exclude<RoomsTimer, { status: 'off' }> {
  invariant(timer.status !== 'off', 'a timer that is off was extended or ended')
  return timer
}
