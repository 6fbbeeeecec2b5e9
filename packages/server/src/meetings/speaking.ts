// SPDX-License-Identifier: Apache-2.0
// Turns audio levels into who speaks in each room, and publishes it. Levels come for the whole meeting; a level counts only in the room where its
// owner is seated now. How long each has spoken is counted on the way.
import { type Speaker, speakingNow, updateSpeakers } from '@alcove/meeting'
import type { ParticipantId, RoomId } from '@alcove/protocol'
import type { LiveMeeting } from './liveMeeting.ts'
import { withSpeakers } from './momentChanges.ts'

/** Takes one interval's levels (dBov). @returns whether somebody counts as speaking, so that their end has to be published too. */
export async function hearLevels(
  meeting: LiveMeeting,
  levels: ReadonlyMap<ParticipantId, number>,
  at: number,
): Promise<boolean> {
  const state = meeting.state()
  if (state.status !== 'running') return false
  const roomLevels = new Map<RoomId, Map<ParticipantId, number>>()
  const heard = new Map<ParticipantId, RoomId>()
  for (const [participantId, level] of levels) {
    const seat = state.seats.get(participantId)
    if (seat?.presence.status !== 'present') continue
    const room = roomLevels.get(seat.roomId) ?? new Map<ParticipantId, number>()
    roomLevels.set(seat.roomId, room.set(participantId, level))
    heard.set(participantId, seat.roomId)
  }
  meeting.spoken.hear(heard, at)
  const before = meeting.moment().speakers
  const speakers = new Map<RoomId, readonly Speaker[]>()
  const affected = new Set<ParticipantId>()
  for (const roomId of new Set([...before.keys(), ...roomLevels.keys()])) {
    const people = meeting.peopleIn(roomId)
    const present = new Set([...people].filter((id) => state.seats.get(id)?.presence.status === 'present'))
    const updated = updateSpeakers(before.get(roomId) ?? [], roomLevels.get(roomId) ?? new Map(), present, at)
    if (updated.length > 0) speakers.set(roomId, updated)
    if (!haveSamePeople(before.get(roomId) ?? [], updated)) for (const id of people) affected.add(id)
  }
  const loudest = new Map([...roomLevels].map(([roomId, people]) => [roomId, Math.max(...people.values())]))
  await meeting.changeMoment((moment) => withSpeakers(moment, speakers, loudest, at), affected)
  return [...speakers.values()].some((room) => speakingNow(room, at).length > 0)
}

function haveSamePeople(a: readonly Speaker[], b: readonly Speaker[]): boolean {
  const ids = new Set(a.map((speaker) => speaker.participantId))
  return a.length === b.length && b.every((speaker) => ids.has(speaker.participantId))
}
