// SPDX-License-Identifier: Apache-2.0
// How placement changes: the only writer of the room on a seat after joining.
import { placed } from '../conduct/assign.ts'
import type { EventOf } from '../events.ts'
import { invariant } from '../invariant.ts'
import { withSeat } from '../seats.ts'
import type { RunningMeeting } from '../state.ts'
import { withAdmission } from './knock.ts'

export function evolveMove(
  state: RunningMeeting,
  { participantId, toRoomId }: EventOf<'ParticipantMoved'>,
): RunningMeeting {
  const seat = state.seats.get(participantId)
  invariant(seat, `no seat ${participantId}`)
  const moved = withSeat(state, participantId, { roomId: toRoomId, assignment: placed(seat.assignment) })
  return withAdmission(moved, participantId, toRoomId)
}
