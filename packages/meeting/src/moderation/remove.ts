// SPDX-License-Identifier: Apache-2.0
// Removing somebody from the meeting, for now or for good (SPEC EX).
import type { Actor } from '@alcove/protocol'
import type { CommandOf } from '../commands.ts'
import type { MeetingEvent } from '../events.ts'
import { accept, type Decision, reject } from '../rejections.ts'
import { isAround, isExpected } from '../seats.ts'
import type { RunningMeeting, Seat } from '../state.ts'

/** Whoever is removed does not stay moderator: coming back would give them the meeting again. Leaving is how one goes oneself. */
export function decideRemoveParticipant(
  state: RunningMeeting,
  { by, participantId, bar, at }: CommandOf<'RemoveParticipant'>,
): Decision {
  const seat = state.seats.get(participantId)
  if (seat && isExpected(seat)) return accept([{ type: 'ExpectationDropped', participantId, at }])
  if (!seat || !isAround(seat)) return reject('PARTICIPANT_UNKNOWN', { participantId })
  if (participantId === by) return reject('PERMISSION_DENIED')
  return accept(removed(seat, { by, barred: bar, at }))
}

/** The events by which somebody in the meeting, or in its lobby, is put out. */
export function removed(
  { id: participantId, role }: Seat,
  { by, barred, at }: { readonly by: Actor; readonly barred: boolean; readonly at: number },
): readonly MeetingEvent[] {
  const demoted: readonly MeetingEvent[] =
    role === 'moderator' ? [{ type: 'RoleChanged', participantId, role: 'participant', by, at }] : []
  return [...demoted, { type: 'ParticipantRemoved', participantId, by, barred, at }]
}
