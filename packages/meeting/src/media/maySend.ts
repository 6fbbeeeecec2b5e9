// SPDX-License-Identifier: Apache-2.0
// Whether somebody's track may reach anybody (SPEC MO): a moderator has not stopped it, no token denies it, and the person need not ask first or was allowed. Pure,
// over stored state; mayReceive asks it for every producer.
import { type Kind, kindOf, type ParticipantId, type Source, stopOf } from '@alcove/protocol'
import { isSendingDenied } from '../features/sending.ts'
import { mayModerate } from '../permissions/permissions.ts'
import type { MeetingState, RunningMeeting, Seat } from '../state.ts'

export function maySend(state: MeetingState, participantId: ParticipantId, source: Source): boolean {
  if (state.status !== 'running') return false
  const seat = state.seats.get(participantId)
  if (!seat) return false
  if (isSendingDenied(state, participantId, source)) return false
  if (state.moderation.people.get(participantId)?.stopped[stopOf[source]] !== undefined) return false
  return !mustAskFirst(state, seat, kindOf[source])
}

/** People have to ask, this one is no moderator, and nobody has allowed it. */
export function mustAskFirst(state: Pick<RunningMeeting, 'moderation'>, seat: Seat, kind: Kind): boolean {
  if (!state.moderation.mustAsk.includes(kind) || mayModerate(seat.role)) return false
  return state.moderation.people.get(seat.id)?.allowed.includes(kind) !== true
}
