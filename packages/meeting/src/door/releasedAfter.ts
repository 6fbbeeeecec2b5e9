// SPDX-License-Identifier: Apache-2.0
// What a decision means for those in the lobby. Apart from admission, which evolving uses: this needs the state as it will be.
import type { MeetingEvent } from '../events.ts'
import { evolve } from '../evolve.ts'
import { isWaiting } from '../seats.ts'
import type { MeetingState } from '../state.ts'
import { released } from './admission.ts'

/** Those whom only the rule for newcomers held come in once rooms are under way no more, the rule is another, or they have a room (SPEC LO7). */
export function releasedAfter(
  state: MeetingState,
  events: readonly MeetingEvent[],
  at: number,
): readonly MeetingEvent[] {
  if (state.status !== 'running' || state.conduct.lateJoin !== 'lobby' || events.length === 0) return []
  if (![...state.seats.values()].some(isWaiting)) return []
  const after = events.reduce<MeetingState>(evolve, state)
  return after.status === 'running' ? released(after, {}, at) : []
}
