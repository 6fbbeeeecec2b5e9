// SPDX-License-Identifier: Apache-2.0
// Coming back to one's seat: room and role are what they were (SPEC RE).
import type { CommandOf } from '../commands.ts'
import { returnerPlaced } from '../conduct/lateJoin.ts'
import { refusedAtDoor } from '../door/limit.ts'
import type { MeetingEvent } from '../events.ts'
import { isBarred } from '../moderation/people.ts'
import { accept, type Decision, reject } from '../rejections.ts'
import { isPresent } from '../seats.ts'
import type { RunningMeeting, Seat } from '../state.ts'

export function decideResume(state: RunningMeeting, command: CommandOf<'ResumeSeat'>): Decision {
  const seat = state.seats.get(command.participantId)
  if (seat?.tokenHash !== command.tokenHash) return reject('SEAT_UNKNOWN')
  if (isBarred(state, seat.id)) return reject('SEAT_BARRED')
  return refusedAtDoor(state, seat) ?? accept(resumed(state, seat, command.at))
}

/** What brings a person back; nothing when they are here already (another connection takes over). */
export function resumed(state: RunningMeeting, seat: Seat, at: number): readonly MeetingEvent[] {
  if (isPresent(seat)) return []
  return [{ type: 'ParticipantResumed', participantId: seat.id, at }, ...returnerPlaced(state, seat, at)]
}
