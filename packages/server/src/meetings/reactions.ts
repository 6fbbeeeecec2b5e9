// SPDX-License-Identifier: Apache-2.0
// Reactions: told at once to the people of the room and kept by nobody, so no log grows by them. The core says who may, and in which room.
import { decideReact, reactionRate } from '@alcove/meeting'
import { type ParticipantId, type Reaction, roomPartKey, type WireError } from '@alcove/protocol'
import type { LiveMeeting } from './liveMeeting.ts'
import type { Audience } from './ports.ts'

export type Reacted = { readonly ok: true } | { readonly ok: false; readonly error: WireError }

export class Reactions {
  readonly #audience: Audience
  /** When each person reacted lately, newest first. */
  readonly #times = new Map<ParticipantId, readonly number[]>()

  constructor(audience: Audience) {
    this.#audience = audience
  }

  /** Called in the mailbox, so that those who are admitted to the room's part are those who are in the room. */
  react(meeting: LiveMeeting, participantId: ParticipantId, reaction: Reaction, at: number): Reacted {
    const before = this.#times.get(participantId) ?? []
    const decided = decideReact(meeting.state(), participantId, before, at)
    if (!decided.ok) return decided
    this.#times.set(participantId, [at, ...before].slice(0, reactionRate.times))
    this.#audience.broadcast(meeting.meetingId, roomPartKey(decided.roomId), {
      type: 'reaction',
      participantId,
      reaction,
    })
    return { ok: true }
  }
}
