// SPDX-License-Identifier: Apache-2.0
// A draft of the board: who is to be in another room than now, until it is applied or discarded. Pure; nobody else sees it.
import type { ParticipantId, RoomGroup, RoomId } from '@alcove/protocol'

/** Where people are to be; who is not in it stays. */
export type Draft = ReadonlyMap<ParticipantId, RoomId>

/** Where everybody in the meeting is. */
export type Places = ReadonlyMap<ParticipantId, RoomId>

export const emptyDraft: Draft = new Map()

/** With these people in this room; who is there anyway is no change, and neither is what came true before. */
export function withMoves(draft: Draft, groups: readonly RoomGroup[], places: Places): Draft {
  const next = new Map([...draft].filter(([id, roomId]) => places.get(id) !== roomId))
  for (const { roomId, participantIds } of groups) {
    for (const id of participantIds) {
      if (places.get(id) === roomId) next.delete(id)
      else if (places.has(id)) next.set(id, roomId)
    }
  }
  return next
}

/** Without what came true, people who left, and rooms that are gone; the same draft when nothing of it did. */
export function settled(draft: Draft, places: Places, rooms: ReadonlySet<RoomId>): Draft {
  const kept = [...draft].filter(([id, roomId]) => places.has(id) && places.get(id) !== roomId && rooms.has(roomId))
  return kept.length === draft.size ? draft : new Map(kept)
}

/** For the one action that carries it out. */
export function toGroups(draft: Draft): readonly RoomGroup[] {
  const groups = Map.groupBy(draft, ([, roomId]) => roomId)
  return [...groups].map(([roomId, moves]) => ({ roomId, participantIds: moves.map(([id]) => id) }))
}
