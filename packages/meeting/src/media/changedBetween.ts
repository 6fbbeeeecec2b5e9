// SPDX-License-Identifier: Apache-2.0
// Whose media a change of state touches. Needed beside mediaPlan because a state alone does not tell who was together before.
import { type ParticipantId, type RoomId, type Source, stopOf } from '@alcove/protocol'
import { isPresent } from '../seats.ts'
import type { MeetingState, Seat } from '../state.ts'
import { maySend } from './maySend.ts'

const noSeats: ReadonlyMap<ParticipantId, Seat> = new Map()

/**
 * Everybody who must be planned anew after a step from `before` to `after`: those who came, went, moved or may send other things than before, and
 * everybody in the rooms that they left or entered. Cheap when little changed, because untouched seats keep their identity.
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
  if (rooms.size > 0)
    for (const seat of now.values()) if (isPresent(seat) && rooms.has(seat.roomId)) changed.add(seat.id)
  return changed
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
