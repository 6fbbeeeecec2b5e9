// SPDX-License-Identifier: Apache-2.0
// The only permission rule for media (SPEC ME): whatever is consumed, shown or heard must satisfy it. Pure, over stored state.
import type { ParticipantId } from '@alcove/protocol'
import { isPresent } from '../seats.ts'
import type { MeetingState } from '../state.ts'
import { maySend } from './maySend.ts'
import type { ProducerRef } from './plan.ts'

/** Whether `receiver` may get what `producer` sends: both are present, in the same room, not the same person, and it may be sent at all. */
export function mayReceive(state: MeetingState, receiver: ParticipantId, producer: ProducerRef): boolean {
  if (state.status !== 'running' || receiver === producer.participantId) return false
  const to = state.seats.get(receiver)
  const from = state.seats.get(producer.participantId)
  if (!isPresent(to) || !isPresent(from) || to.roomId !== from.roomId) return false
  return maySend(state, producer.participantId, producer.source)
}
