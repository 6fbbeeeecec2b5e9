// SPDX-License-Identifier: Apache-2.0
// What moderators can do at the door of the meeting.
import type { MeetingClient } from '@alcove/client'
import type { BeforeModerator, ParticipantId, ToldOutside } from '@alcove/protocol'

export interface MeetingDoorActions {
  readonly setLobby: (lobby: boolean) => void
  readonly admit: (participantIds: readonly ParticipantId[] | 'everybody') => void
  /** Resolves with whether it was sent; tells by itself why not. */
  readonly answerInLobby: (participantId: ParticipantId, text: string) => Promise<boolean>
  readonly turnAway: (participantId: ParticipantId) => void
  /** Undefined: none. */
  readonly setPassword: (password: string | undefined) => void
  /** Resolves with the new moderator link; with undefined where it could not be made, which is told by itself. */
  readonly makeModeratorLink: () => Promise<string | undefined>
  /** Undefined: as long as whoever runs the server says. */
  readonly shortenRetention: (retentionMs: number | undefined) => void
  readonly setBeforeModerator: (beforeModerator: BeforeModerator) => void
  readonly setToldOutside: (toldOutside: ToldOutside) => void
}

export function toMeetingDoorActions(
  client: MeetingClient,
  tried: (work: Promise<unknown>) => void,
): MeetingDoorActions {
  return {
    setLobby: (lobby) => tried(client.setLobby(lobby)),
    admit: (participantIds) => tried(client.admit(participantIds)),
    answerInLobby: (participantId, text) => {
      const sent = client.answerInLobby(participantId, text)
      tried(sent)
      return sent.then(
        () => true,
        () => false,
      )
    },
    turnAway: (participantId) => tried(client.removeParticipant(participantId, false)),
    setPassword: (password) => tried(client.setPassword(password)),
    makeModeratorLink: async () => {
      const made = client.makeModeratorKey()
      tried(made)
      const key = await made.catch(() => undefined)
      return key === undefined ? undefined : `${location.origin}${location.pathname}#moderator=${key}`
    },
    setToldOutside: (toldOutside) => tried(client.setToldOutside(toldOutside)),
    shortenRetention: (retentionMs) => tried(client.shortenRetention(retentionMs)),
    setBeforeModerator: (beforeModerator) => tried(client.setBeforeModerator(beforeModerator)),
  }
}
