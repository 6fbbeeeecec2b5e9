// SPDX-License-Identifier: Apache-2.0
// Who waits in the lobby, as moderators see it. Pure.
import type { LobbyTalk, MeetingView } from '@alcove/client'
import type { ParticipantId } from '@alcove/protocol'

export interface LobbyRow {
  readonly participantId: ParticipantId
  readonly name: string
  /** Tells people of one name apart, where it is known. */
  readonly email: string | undefined
  readonly talk: LobbyTalk
}

/** The longest waiting first. Empty for those who are no moderators. */
export function toLobby(view: MeetingView): readonly LobbyRow[] {
  return Object.entries(view.moderators?.waiting ?? {})
    .sort(([, first], [, second]) => first.since - second.since)
    .map(([id, { displayName: name, email, talk = [] }]) => ({ participantId: id as ParticipantId, name, email, talk }))
}

/** The person who wrote last and has no answer yet, with what they wrote. */
export function toUnanswered(
  people: readonly LobbyRow[],
): { readonly name: string; readonly text: string } | undefined {
  const asked = people
    .map(({ name, talk }) => ({ name, last: talk.at(-1) }))
    .filter(({ last }) => last?.fromModerator === false)
    .sort((first, second) => (second.last?.at ?? 0) - (first.last?.at ?? 0))
  const [newest] = asked
  return newest?.last && { name: newest.name, text: newest.last.text }
}
