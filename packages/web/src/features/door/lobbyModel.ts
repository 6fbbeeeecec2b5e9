// SPDX-License-Identifier: Apache-2.0
// Who waits in the lobby, as moderators see it. Pure.
import type { MeetingView } from '@alcove/client'
import type { ParticipantId } from '@alcove/protocol'

export interface LobbyRow {
  readonly participantId: ParticipantId
  readonly name: string
  /** Tells people of one name apart, where it is known. */
  readonly email: string | undefined
}

/** The longest waiting first. Empty for those who are no moderators. */
export function toLobby(view: MeetingView): readonly LobbyRow[] {
  return Object.entries(view.moderators?.waiting ?? {})
    .sort(([, first], [, second]) => first.since - second.since)
    .map(([id, { displayName: name, email }]) => ({ participantId: id as ParticipantId, name, email }))
}
