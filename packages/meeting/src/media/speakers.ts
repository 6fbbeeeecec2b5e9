// SPDX-License-Identifier: Apache-2.0
// Who is heard in a room: the speaker set, which changes slowly so that consumers do not, and who speaks this very moment, for the view (SPEC SP).
import type { ParticipantId } from '@alcove/protocol'
import type { Speaker } from './moment.ts'

export const maxSpeakers = 8
/** A speaker keeps the place in a full set for at least this long after they were last heard. */
const speakerHoldMs = 5000
/** Pauses between words are shorter than this. */
export const speakingGapMs = 600
/** How much louder somebody must be to take the first place from one who is speaking. */
const firstPlaceMarginDb = 10

/**
 * The next speaker set of a room.
 * @param levels dBov (-127 to 0) of those heard above the threshold in this interval; people of other rooms are ignored.
 * @param present who is present in the room.
 */
export function updateSpeakers(
  current: readonly Speaker[],
  levels: ReadonlyMap<ParticipantId, number>,
  present: ReadonlySet<ParticipantId>,
  at: number,
): readonly Speaker[] {
  const staying = current
    .filter((speaker) => present.has(speaker.participantId))
    .map((speaker) => (levels.has(speaker.participantId) ? { ...speaker, lastHeardAt: at } : speaker))
  const known = new Set(staying.map((speaker) => speaker.participantId))
  const newcomers = [...levels.keys()]
    .filter((id) => present.has(id) && !known.has(id))
    .sort((a, b) => levelOf(levels, b) - levelOf(levels, a))
  const kept = makeRoom(staying, newcomers.length, at)
  const added = newcomers
    .slice(0, maxSpeakers - kept.length)
    .map((participantId) => ({ participantId, since: at, lastHeardAt: at }))
  return withFirst([...kept, ...added], levels, at)
}

/** Those who were heard within the last {@link speakingGapMs}, loudest first as far as the order of the set is. */
export function speakingNow(speakers: readonly Speaker[], at: number): readonly ParticipantId[] {
  return speakers.filter((speaker) => at - speaker.lastHeardAt <= speakingGapMs).map((speaker) => speaker.participantId)
}

/** Drops the longest silent, only those beyond the hold, and no more than newcomers need. */
function makeRoom(speakers: readonly Speaker[], newcomers: number, at: number): readonly Speaker[] {
  const tooMany = speakers.length + newcomers - maxSpeakers
  if (tooMany <= 0) return speakers
  const silent = speakers
    .filter((speaker) => at - speaker.lastHeardAt > speakerHoldMs)
    .sort((a, b) => a.lastHeardAt - b.lastHeardAt)
  const dropped = new Set(silent.slice(0, tooMany))
  return speakers.filter((speaker) => !dropped.has(speaker))
}

/** Puts the loudest first, unless the first one still speaks and is not much quieter; the others keep their order. */
function withFirst(
  speakers: readonly Speaker[],
  levels: ReadonlyMap<ParticipantId, number>,
  at: number,
): readonly Speaker[] {
  const first = speakers[0]
  if (!first) return speakers
  const loudest = speakers.reduce((best, next) =>
    levelOf(levels, next.participantId) > levelOf(levels, best.participantId) ? next : best,
  )
  if (loudest === first || !levels.has(loudest.participantId)) return speakers
  const speaks = at - first.lastHeardAt <= speakingGapMs
  const outdone = levelOf(levels, loudest.participantId) - levelOf(levels, first.participantId) >= firstPlaceMarginDb
  if (speaks && !(levels.has(first.participantId) && outdone)) return speakers
  return [loudest, ...speakers.filter((speaker) => speaker !== loudest)]
}

function levelOf(levels: ReadonlyMap<ParticipantId, number>, participantId: ParticipantId): number {
  return levels.get(participantId) ?? Number.NEGATIVE_INFINITY
}
