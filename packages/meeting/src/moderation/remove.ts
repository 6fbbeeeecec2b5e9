// SPDX-License-Identifier: Apache-2.0
// Removing somebody from the meeting, for now or for good, and ending it for everybody (SPEC EX).
import type { CommandOf } from '../commands.ts'
import type { MeetingEvent } from '../events.ts'
import { accept, type Decision, reject } from '../rejections.ts'
import { isActive } from '../seats.ts'
import type { RunningMeeting } from '../state.ts'

/** Whoever is removed does not stay moderator: coming back would give them the meeting again. Leaving is how one goes oneself. */
export function decideRemoveParticipant(
  state: RunningMeeting,
  { by, participantId, bar, at }: CommandOf<'RemoveParticipant'>,
): Decision {
  const seat = state.seats.get(participantId)
  if (!seat || !isActive(seat)) return reject('PARTICIPANT_UNKNOWN', { participantId })
  if (participantId === by) return reject('PERMISSION_DENIED')
  const demoted: readonly MeetingEvent[] =
    seat.role === 'moderator' ? [{ type: 'RoleChanged', participantId, role: 'participant', at }] : []
  return accept([...demoted, { type: 'ParticipantRemoved', participantId, by, barred: bar, at }])
}

export function decideEndMeeting(_state: RunningMeeting, { at }: CommandOf<'EndMeeting'>): Decision {
  return accept([{ type: 'MeetingEnded', at }])
}
