// SPDX-License-Identifier: Apache-2.0
// To whom the role of moderator passes when the last moderator goes (SPEC RO): the one present who came first.
import type { ParticipantId } from '@alcove/protocol'
import type { MeetingEvent } from '../events.ts'
import { isActive, isPresent } from '../seats.ts'
import type { RunningMeeting } from '../state.ts'

/** The event by which the role passes on because of those who go now; none when no moderator is among them, or one remains, or nobody is here. */
export function succession(
  state: RunningMeeting,
  going: ReadonlySet<ParticipantId>,
  at: number,
): readonly MeetingEvent[] {
  const losesModerator = [...going].some((id) => state.seats.get(id)?.role === 'moderator')
  return losesModerator ? promotion(state, going, at) : []
}

/** Where moderators hold a key, or only tokens make them, the role never passes on by itself. */
export function passesOn({ door, settings }: RunningMeeting): boolean {
  return door.moderatorKeyHash === undefined && settings.firstIsModerator
}

/** Makes the first one present a moderator when, once `going` went, no moderator is present or absent. */
export function promotion(
  state: RunningMeeting,
  going: ReadonlySet<ParticipantId>,
  at: number,
): readonly MeetingEvent[] {
  if (!passesOn(state)) return []
  const staying = [...state.seats.values()].filter((seat) => isActive(seat) && !going.has(seat.id))
  if (staying.some((seat) => seat.role === 'moderator')) return []
  const heir = staying.find(isPresent)
  return heir ? [{ type: 'RoleChanged', participantId: heir.id, role: 'moderator', at }] : []
}
