// SPDX-License-Identifier: Apache-2.0
// The times at which something falls due by itself: an absence ends, the role passes on, the meeting ends (SPEC TI). PassTime acts on the same times.
import { conductDueAt } from '../conduct/conductDue.ts'
import { isAround } from '../seats.ts'
import type { MeetingState, RunningMeeting, Seat } from '../state.ts'
import { retentionMs } from './retention.ts'
import { passesOn } from './succession.ts'

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

/** When somebody whose connection is lost, in the meeting or in its lobby, counts as gone. */
export function goneDueAt(state: RunningMeeting, seat: Seat): number | undefined {
  const { presence } = seat
  const lostAt =
    presence.status === 'absent' ? presence.since : presence.status === 'waiting' ? presence.lostAt : undefined
  return lostAt === undefined ? undefined : lostAt + state.settings.absenceGraceMs
}

/** When the role passes on to somebody who is here without a moderator. */
export function successionDueAt(state: RunningMeeting): number | undefined {
  if (state.withoutModeratorSince === undefined || !passesOn(state)) return undefined
  return state.withoutModeratorSince + state.settings.absenceGraceMs
}

/** When the meeting ends, everybody being gone. */
export function endDueAt(state: RunningMeeting): number | undefined {
  const seats = [...state.seats.values()]
  if (seats.some(isAround)) return undefined
  return seats.reduce((latest, seat) => Math.max(latest, seat.presence.since), state.createdAt) + retentionMs(state)
}
