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

type Key = CommandOf<'ResumeSeat'>['moderatorKeyHash']

export function decideResume(state: RunningMeeting, command: CommandOf<'ResumeSeat'>): Decision {
  const seat = state.seats.get(command.participantId)
  if (!seat || seat.tokenHash !== command.tokenHash) return reject('SEAT_UNKNOWN')
  if (isOfAnother(seat, command.userId)) return reject('TOKEN_USER_DIFFERENT')
  return decideReturn(state, seat, command)
}

/** One browser, several people: a seat is not handed on with it (SPEC TK3). */
export function isOfAnother(seat: Seat, userId: string | undefined): boolean {
  return userId !== undefined && seat.identity.userId !== userId
}

/** Somebody comes back to the seat that is theirs, by whatever way they showed that it is; with the moderator key, as a moderator (SPEC MK7). */
export function decideReturn(
  state: RunningMeeting,
  seat: Seat,
  { moderatorKeyHash, at }: { readonly moderatorKeyHash?: Key; readonly at: number },
): Decision {
  if (isBarred(state, seat.id)) return reject('SEAT_BARRED')
  if (moderatorKeyHash === undefined) return refusedAtDoor(state, seat) ?? accept(returned(state, seat, at))
  if (moderatorKeyHash !== state.door.moderatorKeyHash) return reject('MODERATOR_KEY_WRONG')
  return accept(seat.role === 'moderator' ? returned(state, seat, at) : returnedAsModerator(state, seat, at))
}

function returnedAsModerator(state: RunningMeeting, seat: Seat, at: number): readonly MeetingEvent[] {
  const promoted: Seat = { ...seat, role: 'moderator' }
  const named: MeetingEvent = { type: 'RoleChanged', participantId: seat.id, role: 'moderator', at }
  // Whoever waits in the lobby is let in with the others who waited for a moderator; whoever was gone brings them in by coming.
  const isWaiting = seat.presence.status === 'waiting'
  const admitted: readonly MeetingEvent[] = isWaiting
    ? [{ type: 'ParticipantAdmitted', participantId: seat.id, at }, ...arrivalsPlaced(state, [promoted], at)]
    : []
  const others = seat.presence.status === 'gone' ? [] : releasedOthers(state, seat, at)
  return [...returned(state, promoted, at), named, ...admitted, ...others]
}

function releasedOthers(state: RunningMeeting, { id }: Seat, at: number): readonly MeetingEvent[] {
  const seats = new Map([...state.seats].filter(([other]) => other !== id))
  return released({ ...state, seats }, { hasModerator: true }, at)
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
