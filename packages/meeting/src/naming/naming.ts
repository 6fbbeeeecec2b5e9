// SPDX-License-Identifier: Apache-2.0
// How people and the meeting are called (SPEC NA): everybody sees it at once.
import type { CommandOf } from '../commands.ts'
import type { EventOf } from '../events.ts'
import { accept, type Decision, reject } from '../rejections.ts'
import { isActive, withSeat } from '../seats.ts'
import type { RunningMeeting, Seat } from '../state.ts'

export function decideRenameParticipant(
  state: RunningMeeting,
  { by, participantId, displayName, at }: CommandOf<'RenameParticipant'>,
): Decision {
  const seat = state.seats.get(participantId)
  if (!seat || !isActive(seat)) return reject('PARTICIPANT_UNKNOWN', { participantId })
  if (by === participantId && !mayRenameSelf(seat)) return reject('PERMISSION_DENIED')
  return accept(
    seat.displayName === displayName ? [] : [{ type: 'ParticipantRenamed', participantId, displayName, by, at }],
  )
}

/** Who is known by a user id or an e-mail is called as they were named there. Moderators may rename anybody, so themselves, too. */
export function mayRenameSelf({ role, identity }: Seat): boolean {
  return role === 'moderator' || (identity.userId === undefined && identity.email === undefined)
}

export function evolveRenamed(
  state: RunningMeeting,
  { participantId, displayName }: EventOf<'ParticipantRenamed'>,
): RunningMeeting {
  return withSeat(state, participantId, { displayName })
}

export function decideChangeSubject(state: RunningMeeting, { subject, at }: CommandOf<'ChangeSubject'>): Decision {
  if (state.subject === subject) return accept([])
  return accept([{ type: 'SubjectChanged', ...(subject !== undefined && { subject }), at }])
}

export function evolveSubjectChanged(
  { subject: _, ...state }: RunningMeeting,
  { subject }: EventOf<'SubjectChanged'>,
): RunningMeeting {
  return { ...state, ...(subject !== undefined && { subject }) }
}
