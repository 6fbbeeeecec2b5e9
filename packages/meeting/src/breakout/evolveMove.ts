// SPDX-License-Identifier: Apache-2.0
// How placement changes: the only writer of the room on a seat after joining.
import type { EventOf } from '../events.ts'
import { withSeat } from '../seats.ts'
import type { RunningMeeting } from '../state.ts'

export function evolveMove(
  state: RunningMeeting,
  { participantId, toRoomId }: EventOf<'ParticipantMoved'>,
): RunningMeeting {
  return withSeat(state, participantId, { roomId: toRoomId })
}
