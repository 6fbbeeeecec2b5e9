// SPDX-License-Identifier: Apache-2.0
// What a token keeps its holder from sending (SPEC TK).
import { type ParticipantId, type Source, stopOf } from '@alcove/protocol'
import type { MeetingState } from '../state.ts'

export function isSendingDenied(state: MeetingState, participantId: ParticipantId, source: Source): boolean {
  if (state.status !== 'running' || stopOf[source] !== 'screen') return false
  return state.seats.get(participantId)?.denied.includes('screen-sharing') === true
}
