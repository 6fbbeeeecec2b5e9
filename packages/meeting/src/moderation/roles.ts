// SPDX-License-Identifier: Apache-2.0
// Giving and taking the role of moderator by hand (SPEC RO). How it passes on by itself is presence/succession.ts.
import type { CommandOf } from '../commands.ts'
import { released as releasedBy } from '../door/admission.ts'
import type { EventOf } from '../events.ts'
import { withModeratorClock } from '../presence/evolvePresence.ts'
import { accept, type Decision, reject } from '../rejections.ts'
import { isActive, withSeat } from '../seats.ts'
import type { RunningMeeting } from '../state.ts'

export function decideChangeRole(
  state: RunningMeeting,
  { by, participantId, role, at }: CommandOf<'ChangeRole'>,
): Decision {
  const seat = state.seats.get(participantId)
  if (!seat || !isActive(seat)) return reject('PARTICIPANT_UNKNOWN', { participantId })
  if (seat.role === role) return accept([])
  if (seat.role === 'moderator' && !hasOtherModerator(state, participantId)) return reject('LAST_MODERATOR')
  const released = role === 'moderator' ? releasedBy(state, { hasModerator: true }, at) : []
  return accept([{ type: 'RoleChanged', participantId, role, by, at }, ...released])
}

export function evolveRoleChanged(
  state: RunningMeeting,
  { participantId, role, at }: EventOf<'RoleChanged'>,
): RunningMeeting {
  return withModeratorClock(withSeat(state, participantId, { role }), at)
}

function hasOtherModerator(state: RunningMeeting, participantId: string): boolean {
  return [...state.seats.values()].some(
    (seat) => seat.id !== participantId && seat.role === 'moderator' && isActive(seat),
  )
}
