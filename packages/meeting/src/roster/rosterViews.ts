// SPDX-License-Identifier: Apache-2.0
// What moderators see of people who wait, who are to come, and of what is known of those who are here (SPEC EP, LO).
import type { DoorView, IdentityView, ModeratorsPart, ParticipantId } from '@alcove/protocol'
import type { DoorState } from '../door/doorState.ts'
import { remembered } from '../remembered.ts'
import { isActive } from '../seats.ts'
import type { RunningMeeting, Seat } from '../state.ts'
import type { Identity } from './identity.ts'

type RosterViews = Pick<ModeratorsPart, 'waiting' | 'expected' | 'identities'>

export const rosterViews = remembered((seats: RunningMeeting['seats']): RosterViews => {
  const waiting: Record<ParticipantId, RosterViews['waiting'][ParticipantId]> = {}
  const expected: Record<ParticipantId, RosterViews['expected'][ParticipantId]> = {}
  const identities: Record<ParticipantId, IdentityView> = {}
  for (const seat of seats.values()) {
    const { id, presence, identity } = seat
    if (presence.status === 'waiting') waiting[id] = waitingView(seat, presence)
    else if (presence.status === 'expected') expected[id] = expectedView(seat)
    else if (isActive(seat) && isAnythingKnown(identity)) identities[id] = identity
  }
  return { waiting, expected, identities }
})

export const doorView = remembered(({ lobby, password, moderatorKeyHash, beforeModerator }: DoorState): DoorView => {
  return {
    lobby,
    password: password.hash !== undefined,
    moderatorKey: moderatorKeyHash !== undefined,
    beforeModerator,
  }
})

function waitingView(
  { displayName, identity: { email } }: Seat,
  presence: Extract<Seat['presence'], { status: 'waiting' }>,
) {
  return {
    displayName,
    since: presence.since,
    lost: presence.lostAt !== undefined,
    ...(email !== undefined && { email }),
  }
}

function expectedView({ displayName, role, identity, claim }: Seat) {
  return { ...identity, displayName, role, claimable: claim !== undefined }
}

/** Beyond the name. */
export function isAnythingKnown({ userId, email, avatar, attributes }: Identity): boolean {
  return [userId, email, avatar].some((one) => one !== undefined) || Object.keys(attributes).length > 0
}
