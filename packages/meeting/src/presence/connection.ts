// SPDX-License-Identifier: Apache-2.0
// Lost connections: a lost connection is not a leave, the seat waits (SPEC AB). A restart of the server loses all of them at once.
import type { CommandOf } from '../commands.ts'
import type { MeetingEvent } from '../events.ts'
import { accept, type Decision, reject } from '../rejections.ts'
import { isAround, isConnected } from '../seats.ts'
import type { RunningMeeting } from '../state.ts'

export function decideLoseConnection(state: RunningMeeting, command: CommandOf<'LoseConnection'>): Decision {
  const seat = state.seats.get(command.participantId)
  if (!seat) return reject('SEAT_UNKNOWN')
  return accept(isConnected(seat) ? [{ type: 'ParticipantAbsent', participantId: seat.id, at: command.at }] : [])
}

/** Nobody is connected after a restart; those who were absent already get the whole grace again. */
export function decideRestartClocks(state: RunningMeeting, { at }: CommandOf<'RestartClocks'>): Decision {
  const around = [...state.seats.values()].filter(isAround)
  return accept(around.map((seat): MeetingEvent => ({ type: 'ParticipantAbsent', participantId: seat.id, at })))
}
