// SPDX-License-Identifier: Apache-2.0
// What is true only now: who sends what, what each client shows, who speaks. Data, never stored; after a restart nobody sends, shows or speaks.
import type { ParticipantId, RoomId, ShownItem, Source } from '@alcove/protocol'
import type { Lately } from './loudness.ts'

export interface Moment {
  /** What each participant sends now. */
  readonly producers: ReadonlyMap<ParticipantId, ReadonlyMap<Source, SentTrack>>
  /** Whose client can receive: it told its capabilities. */
  readonly receivers: ReadonlySet<ParticipantId>
  /** What each client says that it shows; holds only while it is in that room. */
  readonly shows: ReadonlyMap<ParticipantId, { readonly roomId: RoomId; readonly items: readonly ShownItem[] }>
  /** Who is heard in each room, loudest first. */
  readonly speakers: ReadonlyMap<RoomId, readonly Speaker[]>
  /** When somebody was last heard in each room, ms since 1970; of before the server started, what was stored (SPEC ST5). */
  readonly spokeAt: ReadonlyMap<RoomId, number>
  /** How loud it was then: the loudest of the room, in dBov (-127 to 0). */
  readonly loudness: ReadonlyMap<RoomId, number>
  readonly lately: Lately
  readonly pictures: Pictures
}

/** What those who look into rooms from elsewhere are shown. */
export interface Pictures {
  /** When the choice was last made, ms since 1970. */
  readonly chosenAt: number
  readonly rooms: ReadonlyMap<RoomId, Picture>
}

/** Whose camera stands for a room, since when, and who gets it. */
export interface Picture {
  readonly participantId: ParticipantId
  readonly since: number
  readonly lookers: ReadonlySet<ParticipantId>
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

export const emptyMoment: Moment = {
  producers: new Map(),
  receivers: new Set(),
  shows: new Map(),
  speakers: new Map(),
  spokeAt: new Map(),
  loudness: new Map(),
  lately: new Map(),
  pictures: { chosenAt: 0, rooms: new Map() },
}
