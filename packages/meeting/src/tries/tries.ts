// SPDX-License-Identifier: Apache-2.0
// How often somebody may do what shows to others and can be taken back at once, so that nobody makes a siren of it: raising a hand, knocking, asking to
// send. When they did is kept as long as it counts.
import type { ParticipantId } from '@alcove/protocol'
import type { MeetingEvent } from '../events.ts'
import { type Rate, waitTime } from '../rate.ts'
import type { Rejected } from '../rejections.ts'
import type { MeetingState, RunningMeeting } from '../state.ts'
import { withEntry } from '../together.ts'
import type { Tried } from './triesState.ts'

/** Of each by itself. */
const tryRate: Rate = { times: 10, withinMs: 60_000 }

/** @returns the refusal, with the time to wait, when somebody has done it too often. */
export function refusedAsTooOften(
  { tries }: RunningMeeting,
  by: ParticipantId,
  tried: Tried,
  at: number,
): Rejected | undefined {
  const retryAfterMs = waitTime(tries.get(by)?.[tried] ?? [], tryRate, at)
  return retryAfterMs > 0 ? { ok: false, error: { code: 'TOO_OFTEN', retryAfterMs } } : undefined
}

/** Counts what an event says that somebody did. */
export function countTries(state: MeetingState, event: MeetingEvent): MeetingState {
  const tried = triedBy(event)
  if (!tried || state.status !== 'running') return state
  const before = state.tries.get(tried.by)
  const times = [event.at, ...(before?.[tried.what] ?? [])].slice(0, tryRate.times)
  return { ...state, tries: withEntry(state.tries, tried.by, { ...before, [tried.what]: times }) }
}

function triedBy(event: MeetingEvent): { readonly by: ParticipantId; readonly what: Tried } | undefined {
  switch (event.type) {
    case 'HandRaised':
      return { by: event.participantId, what: 'hand' }
    case 'Knocked':
      return { by: event.participantId, what: 'knock' }
    case 'SendAsked':
      return { by: event.participantId, what: 'ask-to-send' }
    default:
      return undefined
  }
}
