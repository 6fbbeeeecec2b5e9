// SPDX-License-Identifier: Apache-2.0
// Which rooms a podium reaches (SPEC PM): asked by the permission rule, the plan and the views.
import type { ParticipantId, PodiumRooms, RoomId } from '@alcove/protocol'
import type { RunningMeeting } from '../state.ts'
import type { PodiumState } from './podiumState.ts'

/** Whether this person is on the podium, and it reaches the room. */
export function podiumReaches(podium: PodiumState, participantId: ParticipantId, roomId: RoomId): boolean {
  return doRoomsHold(podium.get(participantId), roomId)
}

export function doRoomsHold(rooms: PodiumRooms | undefined, roomId: RoomId): boolean {
  return rooms === 'all' || rooms?.includes(roomId) === true
}

/** Who speaks to the room and is not in it: whoever is, is heard there as everybody is. */
export function speakingToFromElsewhere(state: RunningMeeting, roomId: RoomId): readonly ParticipantId[] {
  return [...state.podium.keys()].filter(
    (id) => podiumReaches(state.podium, id, roomId) && state.seats.get(id)?.roomId !== roomId,
  )
}
