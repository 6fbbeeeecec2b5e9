// SPDX-License-Identifier: Apache-2.0
// Whose media a change of state touches. Needed beside mediaPlan because a state alone does not tell who was together before.
import { type ParticipantId, type PodiumRooms, type RoomId, type Source, stopOf } from '@alcove/protocol'
import { lookersAt, noGlances } from '../glance/glanceState.ts'
import { emptyPodium } from '../podium/podiumState.ts'
import { doRoomsHold } from '../podium/reach.ts'
import { isPresent } from '../seats.ts'
import type { MeetingState, Seat } from '../state.ts'
import { maySend } from './maySend.ts'

const noSeats: ReadonlyMap<ParticipantId, Seat> = new Map()

/**
 * Everybody who must be planned anew after a step from `before` to `after`: those who came, went, moved or may send other things than before, and
 * everybody in the rooms that they left or entered, or to which they speak or spoke from the podium, and
 * those who look in. Cheap when little changed, because untouched seats keep their identity.
 */
export function changedBetween(before: MeetingState, after: MeetingState): ReadonlySet<ParticipantId> {
  const old = before.status === 'running' ? before.seats : noSeats
  const now = after.status === 'running' ? after.seats : noSeats
  const changed = new Set<ParticipantId>()
  const rooms = new Set<RoomId>()
  for (const id of new Set([...old.keys(), ...now.keys()])) {
    const from = placeOf(old.get(id))
    const to = placeOf(now.get(id))
    if (from === to && (from === undefined || sendsAlike(before, after, id))) continue
    changed.add(id)
    for (const room of [from, to]) if (room !== undefined) rooms.add(room)
  }
  const reaches = podiumsOf(before, after, changed)
  const isTouched = (roomId: RoomId) => rooms.has(roomId) || reaches.some((spokenTo) => doRoomsHold(spokenTo, roomId))
  if (rooms.size > 0 || reaches.length > 0)
    for (const seat of now.values()) if (isPresent(seat) && isTouched(seat.roomId)) changed.add(seat.id)
  for (const id of lookersOf(before, after, rooms)) changed.add(id)
  return changed
}

/** Who begins or ends to look into rooms, and who looks into one that somebody left or entered. */
function lookersOf(before: MeetingState, after: MeetingState, rooms: ReadonlySet<RoomId>): readonly ParticipantId[] {
  const old = before.status === 'running' ? before.glance : noGlances
  const now = after.status === 'running' ? after.glance : noGlances
  const changed = [...old.lookers.keys(), ...now.lookers.keys()].filter(
    (id) => old.lookers.get(id) !== now.lookers.get(id),
  )
  return [...changed, ...lookersAt(now, (roomId) => rooms.has(roomId))]
}

/** To which rooms those on the podium speak, or spoke, who changed or whose rooms did. */
function podiumsOf(
  before: MeetingState,
  after: MeetingState,
  changed: ReadonlySet<ParticipantId>,
): readonly PodiumRooms[] {
  const old = before.status === 'running' ? before.podium : emptyPodium
  const now = after.status === 'running' ? after.podium : emptyPodium
  const touched = [...old.keys(), ...now.keys()].filter((id) => changed.has(id) || old.get(id) !== now.get(id))
  return touched.flatMap((id) => [old.get(id) ?? [], now.get(id) ?? []])
}

/** Where a person can send and receive; nowhere when not present. */
function placeOf(seat: Seat | undefined): RoomId | undefined {
  return isPresent(seat) ? seat.roomId : undefined
}

const sources = Object.keys(stopOf) as readonly Source[]

/** What one may send hangs on the seat's role and on what moderators laid down; both keep their identity when untouched. */
function sendsAlike(before: MeetingState, after: MeetingState, id: ParticipantId): boolean {
  if (before.status !== 'running' || after.status !== 'running') return before.status === after.status
  if (before.moderation === after.moderation && before.seats.get(id) === after.seats.get(id)) return true
  return sources.every((source) => maySend(before, id, source) === maySend(after, id, source))
}
