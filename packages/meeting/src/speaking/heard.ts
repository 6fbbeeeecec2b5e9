// SPDX-License-Identifier: Apache-2.0
// How long people spoke, as far as it is not stored yet: counted from audio levels, outside the state (SPEC ST). Pure; time comes in as data.
import type { ParticipantId, RoomId } from '@alcove/protocol'
import { speakingGapMs } from '../media/speakers.ts'

/** What one person has spoken since it was last stored. */
export interface Heard {
  readonly roomId: RoomId
  readonly spokenMs: number
  readonly lastHeardAt: number
}

export type HeardPeople = ReadonlyMap<ParticipantId, Heard>

/** What somebody has spoken in one room. */
export interface Spoken {
  readonly participantId: ParticipantId
  readonly roomId: RoomId
  readonly spokenMs: number
  /** When they were last heard, ms since 1970; logs from before do not tell. */
  readonly heardAt?: number
}

/** A word that stands alone counts as much as one interval of the levels. */
const leastMs = 400

/** Adds an interval in which these people were heard, each in the room where they are. Pauses between words count as speaking. */
export function addHeard(before: HeardPeople, rooms: ReadonlyMap<ParticipantId, RoomId>, at: number): HeardPeople {
  if (rooms.size === 0) return before
  const after = new Map(before)
  for (const [participantId, roomId] of rooms) {
    const last = before.get(participantId)
    const isSameRoom = last?.roomId === roomId
    const sinceLastMs = isSameRoom ? at - last.lastHeardAt : Number.POSITIVE_INFINITY
    const addedMs = sinceLastMs <= speakingGapMs ? sinceLastMs : leastMs
    after.set(participantId, { roomId, spokenMs: (isSameRoom ? last.spokenMs : 0) + addedMs, lastHeardAt: at })
  }
  return after
}

/** What is to be stored of these people, or of all. */
export function spokenBy(heard: HeardPeople, isMeant: (id: ParticipantId) => boolean = () => true): readonly Spoken[] {
  return [...heard]
    .filter(([id, { spokenMs }]) => spokenMs > 0 && isMeant(id))
    .map(([participantId, { roomId, spokenMs, lastHeardAt }]) => ({
      participantId,
      roomId,
      spokenMs,
      heardAt: lastHeardAt,
    }))
}

/** What remains to be stored once that is. */
export function withoutSpoken(heard: HeardPeople, stored: readonly Spoken[]): HeardPeople {
  const after = new Map(heard)
  for (const { participantId, roomId, spokenMs } of stored) {
    const now = after.get(participantId)
    if (now?.roomId === roomId) after.set(participantId, { ...now, spokenMs: Math.max(0, now.spokenMs - spokenMs) })
  }
  return after
}
