// SPDX-License-Identifier: Apache-2.0
// The only permission rule for media (SPEC ME): whatever is consumed, shown or heard must satisfy it. Pure, over stored state.
import type { ParticipantId } from '@alcove/protocol'
import { doesLookInto } from '../glance/glanceState.ts'
import { podiumReaches } from '../podium/reach.ts'
import { isPresent } from '../seats.ts'
import type { MeetingState } from '../state.ts'
import { maySend } from './maySend.ts'
import type { ProducerRef } from './plan.ts'

/** Whether `receiver` may get what `producer` sends: as one in the room, or as one who looks into it. */
export function mayReceive(state: MeetingState, receiver: ParticipantId, producer: ProducerRef): boolean {
  return mayReceiveInRoom(state, receiver, producer) || mayGlanceAt(state, receiver, producer)
}

/**
 * Both are present and not the same person, they are in the same room or the sender is on the podium of the receiver's room, and it may be sent at
 * all.
 */
export function mayReceiveInRoom(state: MeetingState, receiver: ParticipantId, producer: ProducerRef): boolean {
  if (state.status !== 'running' || receiver === producer.participantId) return false
  const to = state.seats.get(receiver)
  const from = state.seats.get(producer.participantId)
  if (!isPresent(to) || !isPresent(from)) return false
  if (to.roomId !== from.roomId && !podiumReaches(state.podium, from.id, to.roomId)) return false
  return maySend(state, producer.participantId, producer.source)
}

/** A moderator looks into the room where the sender is: the camera, never sound, never a screen. */
export function mayGlanceAt(state: MeetingState, receiver: ParticipantId, producer: ProducerRef): boolean {
  if (state.status !== 'running' || producer.source !== 'camera') return false
  const to = state.seats.get(receiver)
  const from = state.seats.get(producer.participantId)
  if (!isPresent(to) || !isPresent(from) || !doesLookInto(state.glance, receiver, from.roomId)) return false
  return maySend(state, producer.participantId, producer.source)
}
