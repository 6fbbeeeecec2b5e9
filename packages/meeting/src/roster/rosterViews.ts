// SPDX-License-Identifier: Apache-2.0
// What moderators see of people who wait, who are to come, and of what is known of those who are here (SPEC EP, LO).
import type { DoorView, IdentityView, LobbyMessageView, ModeratorsPart, ParticipantId } from '@alcove/protocol'
import type { AvatarPolicy } from '../commands.ts'
import type { DoorState } from '../door/doorState.ts'
import { shownAvatar } from '../naming/avatar.ts'
import { remembered } from '../remembered.ts'
import { isActive } from '../seats.ts'
import type { RunningMeeting, Seat } from '../state.ts'
import type { Identity } from './identity.ts'

type RosterViews = Pick<ModeratorsPart, 'waiting' | 'expected' | 'identities'>

export const rosterViews = remembered(
  (seats: RunningMeeting['seats'], avatars: AvatarPolicy | undefined): RosterViews => {
    const waiting: Record<ParticipantId, RosterViews['waiting'][ParticipantId]> = {}
    const expected: Record<ParticipantId, RosterViews['expected'][ParticipantId]> = {}
    const identities: Record<ParticipantId, IdentityView> = {}
    for (const seat of seats.values()) {
      const { id, presence, identity } = seat
      if (presence.status === 'waiting') waiting[id] = waitingView(seat, presence, avatars)
      else if (presence.status === 'expected') expected[id] = expectedView(seat)
      else if (isActive(seat) && isAnythingKnown(identity)) identities[id] = identity
    }
    return { waiting, expected, identities }
  },
)

export const doorView = remembered(
  ({ lobby, lobbyBy, password, moderatorKeyHash, beforeModerator, toldOutside }: DoorState): DoorView => {
    return {
      lobby,
      ...(lobbyBy !== undefined && { lobbyBy }),
      password: password.hash !== undefined,
      moderatorKey: moderatorKeyHash !== undefined,
      beforeModerator,
      toldOutside,
    }
  },
)

/** Moderators and who waits are told the same; which moderator answered is not told. */
export function lobbyTalkView({ id, presence }: Seat): { readonly talk?: readonly LobbyMessageView[] } {
  if (presence.status !== 'waiting' || !presence.talk) return {}
  return { talk: presence.talk.map(({ from, text, at }) => ({ fromModerator: from !== id, text, at })) }
}

function waitingView(
  seat: Seat,
  presence: Extract<Seat['presence'], { status: 'waiting' }>,
  avatars: AvatarPolicy | undefined,
) {
  const { email } = seat.identity
  const avatar = shownAvatar(seat, avatars)
  return {
    displayName: seat.displayName,
    since: presence.since,
    lost: presence.lostAt !== undefined,
    ...(email !== undefined && { email }),
    ...(avatar !== undefined && { avatar }),
    ...lobbyTalkView(seat),
  }
}

function expectedView({ displayName, role, identity, claim }: Seat) {
  return { ...identity, displayName, role, claimable: claim !== undefined }
}

/** Beyond the name. */
export function isAnythingKnown({ userId, email, avatar, attributes }: Identity): boolean {
  return [userId, email, avatar].some((one) => one !== undefined) || Object.keys(attributes).length > 0
}
