// SPDX-License-Identifier: Apache-2.0
// Whom one can hear and see, as the view says: all of those in one's room and of those who speak to it from the podium, of the people of rooms one
// looks into the camera alone. Whoever drops out is silenced at once, before the server's word on each track.
import type { ParticipantId, RoomId } from '@alcove/protocol'
import type { MeetingView } from '../api.ts'

export type Reach = ReadonlyMap<ParticipantId, 'all' | 'camera'>

export function reachOf(view: MeetingView | undefined): Reach {
  const reach = new Map<ParticipantId, 'all' | 'camera'>()
  if (!view) return reach
  const { meeting, room, self, moderators } = view
  const lookedInto = new Set<RoomId>(moderators?.lookingInto[self.participantId] ?? [])
  for (const [key, person] of Object.entries(meeting.people)) {
    // Object.entries forgets that the keys of a record are branded ids.
    const id = key as ParticipantId
    const spokenTo = meeting.podium[id]
    if (person.roomId === room.roomId || spokenTo === 'all' || spokenTo?.includes(room.roomId)) reach.set(id, 'all')
    else if (lookedInto.has(person.roomId)) reach.set(id, 'camera')
  }
  return reach
}

/** Who was in reach and is not any more, and of whom only the camera still is. */
export function lostBetween(
  before: Reach,
  after: Reach,
): { readonly all: readonly ParticipantId[]; readonly allButCamera: readonly ParticipantId[] } {
  const lost = [...before].filter(([id]) => !after.has(id)).map(([id]) => id)
  const narrowed = [...before]
    .filter(([id, extent]) => extent === 'all' && after.get(id) === 'camera')
    .map(([id]) => id)
  return { all: lost, allButCamera: narrowed }
}
