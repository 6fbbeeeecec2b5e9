// SPDX-License-Identifier: Apache-2.0
// Texts between pages: carried at once within one room and kept by nobody. The core says who may, and to whom.
import { decideSendPageText, pageTextRate } from '@alcove/meeting'
import { type ParticipantId, roomPartKey, type WireError } from '@alcove/protocol'
import type { LiveMeeting } from './liveMeeting.ts'
import type { Audience } from './ports.ts'

export interface PageText {
  /** Undefined: everybody in the room. */
  readonly to: ParticipantId | undefined
  readonly text: string
}

export type PageTextSent = { readonly ok: true } | { readonly ok: false; readonly error: WireError }

export class PageTexts {
  readonly #audience: Audience
  /** When each person sent lately, newest first. */
  readonly #times = new Map<ParticipantId, readonly number[]>()

  constructor(audience: Audience) {
    this.#audience = audience
  }

  /** Called in the mailbox, so that those who are admitted to the room's part are those who are in the room. */
  send(meeting: LiveMeeting, participantId: ParticipantId, { to, text }: PageText, at: number): PageTextSent {
    const before = this.#times.get(participantId) ?? []
    const decided = decideSendPageText(meeting.state(), participantId, to, before, at)
    if (!decided.ok) return decided
    this.#times.set(participantId, [at, ...before].slice(0, pageTextRate.times))
    const message = { type: 'pageText', participantId, text } as const
    if (to === undefined) this.#audience.broadcast(meeting.meetingId, roomPartKey(decided.roomId), message)
    else this.#audience.send(meeting.meetingId, to, message)
    return { ok: true }
  }
}
