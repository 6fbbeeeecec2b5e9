// SPDX-License-Identifier: Apache-2.0
// Follows a meeting's log event by event, so that what is told of an event can say how things were before it. Adds to the core's state the one thing that
// webhooks know and meetings do not: a session, the time in which somebody is there.
import { evolve, isActive, type MeetingEvent, type MeetingState, newMeeting, publicMessageOf } from '@alcove/meeting'

export interface Followed {
  readonly state: MeetingState
  /** Version of the last commit. */
  readonly version: number
  /** Somebody is there. */
  readonly isLive: boolean
  /** When the session began that goes on or was the last one; before the first one, when the meeting was made. */
  readonly sessionSince: number
  /** Something was written in the session that is not private. */
  readonly hasChat: boolean
}

/** One event, and the meeting on both sides of it. */
export interface Step {
  readonly before: Followed
  readonly event: MeetingEvent
  readonly after: Followed
}

export const nothingFollowed: Followed = {
  state: newMeeting,
  version: 0,
  isLive: false,
  sessionSince: 0,
  hasChat: false,
}

export function follow(before: Followed, event: MeetingEvent): Followed {
  const state = evolve(before.state, event)
  const isLive = isSomebodyThere(state)
  const begins = (isLive && !before.isLive) || before.state.status === 'new'
  const hasChat = (before.hasChat && !begins) || publicMessageOf(state, event) !== undefined
  return { ...before, state, isLive, sessionSince: begins ? event.at : before.sessionSince, hasChat }
}

function isSomebodyThere(state: MeetingState): boolean {
  return state.status === 'running' && [...state.seats.values()].some(isActive)
}
