// SPDX-License-Identifier: Apache-2.0
// Pictures of people (SPEC AV): addresses that browsers of others ask for, so whoever runs the server says whose word counts.
import type { AvatarPolicy, CommandOf } from '../commands.ts'
import type { EventOf } from '../events.ts'
import { invariant } from '../invariant.ts'
import { accept, type Decision, reject } from '../rejections.ts'
import type { RunningMeeting, Seat } from '../state.ts'
import { withEntry } from '../together.ts'

export function decideChangeAvatar(state: RunningMeeting, { by, avatar, at }: CommandOf<'ChangeAvatar'>): Decision {
  if (state.settings.avatars !== 'all') return reject('AVATAR_REFUSED')
  if (state.seats.get(by)?.avatar === avatar) return accept([])
  return accept([{ type: 'AvatarChanged', participantId: by, ...(avatar !== undefined && { avatar }), at }])
}

/** Blank where the person was forgotten. */
export function evolveAvatarChanged(
  state: RunningMeeting,
  { participantId, avatar }: EventOf<'AvatarChanged'>,
): RunningMeeting {
  const known = state.seats.get(participantId)
  invariant(known, `no seat ${participantId}`)
  const { avatar: _, ...seat } = known
  return { ...state, seats: withEntry(state.seats, participantId, { ...seat, ...(avatar && { avatar }) }) }
}

/** What of a person is shown to everybody; only what browsers get encrypted. */
export function shownAvatar({ identity, avatar }: Seat, policy: AvatarPolicy = 'vouched'): string | undefined {
  if (policy === 'off') return undefined
  const shown = identity.avatar ?? (policy === 'all' ? avatar : undefined)
  return shown?.startsWith('https://') ? shown : undefined
}
