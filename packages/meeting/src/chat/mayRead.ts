// SPDX-License-Identifier: Apache-2.0
// The only permission rule for messages (SPEC CH): whatever of chat is delivered, listed or counted as readable must satisfy it. Pure, over stored state.
import type { ParticipantId } from '@alcove/protocol'
import { assertNever } from '../invariant.ts'
import { isWaiting } from '../seats.ts'
import type { MeetingState } from '../state.ts'
import { wasIn } from '../visits/visits.ts'
import type { StoredMessage } from './chatState.ts'

/** Whether this person may read the message. Role plays no part in it. */
export function mayRead(state: MeetingState, participantId: ParticipantId, message: StoredMessage): boolean {
  if (state.status !== 'running') return false
  const seat = state.seats.get(participantId)
  // Whoever was not let in yet, has to ask again, or waits once more (for a moderator) reads nothing.
  if (!seat?.admitted || isWaiting(seat)) return false
  const { from, to, seq } = message
  switch (to.kind) {
    case 'meeting':
      return true
    case 'room':
      return wasIn(state, participantId, to.roomId, seq)
    case 'person':
      return participantId === from || participantId === to.participantId
    default:
      return assertNever(to)
  }
}
