// SPDX-License-Identifier: Apache-2.0
// What is true only now: who sends what, what each client shows, who speaks. Data, never stored; it is empty after a restart.
import type { ParticipantId, RoomId, ShownItem, Source } from '@alcove/protocol'

export interface Moment {
  /** What each participant sends now. */
  readonly producers: ReadonlyMap<ParticipantId, ReadonlyMap<Source, SentTrack>>
  /** Whose client can receive: it told its capabilities. */
  readonly receivers: ReadonlySet<ParticipantId>
  /** What each client says that it shows; holds only while it is in that room. */
  readonly shows: ReadonlyMap<ParticipantId, { readonly roomId: RoomId; readonly items: readonly ShownItem[] }>
  /** Who is heard in each room, loudest first. */
  readonly speakers: ReadonlyMap<RoomId, readonly Speaker[]>
}

export interface SentTrack {
  readonly paused: boolean
}

export interface Speaker {
  readonly participantId: ParticipantId
  /** Since when this person is in the set, ms since 1970. */
  readonly since: number
  /** When they were last above the threshold. */
  readonly lastHeardAt: number
}

export const emptyMoment: Moment = { producers: new Map(), receivers: new Set(), shows: new Map(), speakers: new Map() }
