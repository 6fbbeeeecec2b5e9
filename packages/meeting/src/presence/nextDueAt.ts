// SPDX-License-Identifier: Apache-2.0
// The times at which something falls due by itself: an absence ends, the role passes on, the meeting ends (SPEC TI). PassTime acts on the same times.
import { conductDueAt } from '../conduct/conductDue.ts'
import { isActive } from '../seats.ts'
import type { MeetingState, RunningMeeting, Seat } from '../state.ts'

/** @returns the earliest time (ms since 1970) at which PassTime would do something; undefined when it never would as things are. */
export function nextDueAt(state: MeetingState): number | undefined {
  if (state.status !== 'running') return undefined
  const times = [
    successionDueAt(state),
    endDueAt(state),
    ...conductDueAt(state),
    ...[...state.seats.values()].map((seat) => goneDueAt(state, seat)),
  ]
  const due = times.filter((time) => time !== undefined)
  return due.length === 0 ? undefined : due.reduce((a, b) => Math.min(a, b))
}

/** When an absent person counts as gone. */
export function goneDueAt(state: RunningMeeting, seat: Seat): number | undefined {
  return seat.presence.status === 'absent' ? seat.presence.since + state.settings.absenceGraceMs : undefined
}

/** When the role passes on to somebody who is here without a moderator. */
export function successionDueAt(state: RunningMeeting): number | undefined {
  if (state.withoutModeratorSince === undefined) return undefined
  return state.withoutModeratorSince + state.settings.absenceGraceMs
}

/** When the meeting ends, everybody being gone. */
export function endDueAt(state: RunningMeeting): number | undefined {
  const seats = [...state.seats.values()]
  if (seats.length === 0 || seats.some(isActive)) return undefined
  return seats.reduce((latest, seat) => Math.max(latest, seat.presence.since), 0) + state.settings.retentionMs
}
