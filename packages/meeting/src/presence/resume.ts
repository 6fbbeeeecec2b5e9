// SPDX-License-Identifier: Apache-2.0
// Coming back to one's seat: room and role are what they were (SPEC RE, TK); who was not let in yet, or may not be there alone, waits (SPEC LO).
import type { CommandOf } from '../commands.ts'
import { arrivalsPlaced } from '../conduct/lateJoin.ts'
import { mustWait, released } from '../door/admission.ts'
import { refusedAtDoor } from '../door/limit.ts'
import type { MeetingEvent } from '../events.ts'
import { isBarred } from '../moderation/people.ts'
import { accept, type Decision, reject } from '../rejections.ts'
import type { RunningMeeting, Seat } from '../state.ts'

export function decideResume(state: RunningMeeting, command: CommandOf<'ResumeSeat'>): Decision {
  const seat = state.seats.get(command.participantId)
  if (!seat || seat.tokenHash !== command.tokenHash) return reject('SEAT_UNKNOWN')
  if (isOfAnother(seat, command.userId)) return reject('TOKEN_USER_DIFFERENT')
  return decideReturn(state, seat, command.at)
}

/** One browser, several people: a seat is not handed on with it (SPEC TK3). */
export function isOfAnother(seat: Seat, userId: string | undefined): boolean {
  return userId !== undefined && seat.identity.userId !== userId
}

/** Somebody comes back to the seat that is theirs, by whatever way they showed that it is. */
export function decideReturn(state: RunningMeeting, seat: Seat, at: number): Decision {
  if (isBarred(state, seat.id)) return reject('SEAT_BARRED')
  return refusedAtDoor(state, seat) ?? accept(returned(state, seat, at))
}

/** What brings a person back; nothing when they are here already (another connection takes over). */
function returned(state: RunningMeeting, seat: Seat, at: number): readonly MeetingEvent[] {
  const participantId = seat.id
  switch (seat.presence.status) {
    case 'present':
      return []
    case 'absent':
      return [{ type: 'ParticipantResumed', participantId, at }]
    case 'waiting':
      return seat.presence.lostAt === undefined ? [] : [{ type: 'ParticipantWaiting', participantId, at }]
    case 'expected':
    case 'gone': {
      if (mustWait(state, seat)) return [{ type: 'ParticipantWaiting', participantId, at }]
      const others = seat.role === 'moderator' ? released(state, { hasModerator: true }, at) : []
      return [{ type: 'ParticipantResumed', participantId, at }, ...arrivalsPlaced(state, [seat], at), ...others]
    }
  }
}
