// SPDX-License-Identifier: Apache-2.0
// What happens only because time passes (SPEC TI). Does all that is due, however late it is asked; when nothing is due, nothing happens.
import type { CommandOf } from '../commands.ts'
import { conductPassed } from '../conduct/conductDue.ts'
import type { MeetingEvent } from '../events.ts'
import { accept, type Decision } from '../rejections.ts'
import { isAround } from '../seats.ts'
import type { RunningMeeting, Seat } from '../state.ts'
import { endDueAt, goneDueAt, successionDueAt } from './nextDueAt.ts'
import { retentionMs } from './retention.ts'
import { promotion, succession } from './succession.ts'

export function decidePassTime(state: RunningMeeting, { at }: CommandOf<'PassTime'>): Decision {
  const seats = [...state.seats.values()]
  const going = seats.filter((seat) => isDue(goneDueAt(state, seat), at))
  const gone = new Set(going.map((seat) => seat.id))
  const passedOn = isDue(successionDueAt(state), at) ? promotion(state, gone, at) : succession(state, gone, at)
  return accept([
    ...going.map((seat): MeetingEvent => ({ type: 'ParticipantGone', participantId: seat.id, at })),
    ...passedOn,
    ...conductPassed(state, at),
    ...ending(state, seats, going, at),
  ])
}

function ending(
  state: RunningMeeting,
  seats: readonly Seat[],
  going: readonly Seat[],
  at: number,
): readonly MeetingEvent[] {
  const nobodyIsLeft = going.length > 0 && seats.filter(isAround).length === going.length
  const dueAt = nobodyIsLeft ? at + retentionMs(state) : endDueAt(state)
  return isDue(dueAt, at) ? [{ type: 'MeetingEnded', at }] : []
}

function isDue(dueAt: number | undefined, at: number): boolean {
  return dueAt !== undefined && dueAt <= at
}
