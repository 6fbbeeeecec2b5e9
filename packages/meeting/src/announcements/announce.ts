// SPDX-License-Identifier: Apache-2.0
// Announcing something to rooms (SPEC AN): decided, kept, and looked up by room. The text was checked at the edge.
import { mainRoomId, type RoomId } from '@alcove/protocol'
import type { CommandOf } from '../commands.ts'
import type { EventOf } from '../events.ts'
import { invariant } from '../invariant.ts'
import { waitTime } from '../rate.ts'
import { accept, type Decision, reject } from '../rejections.ts'
import type { RunningMeeting } from '../state.ts'
import type { StoredAnnouncement } from './announcementsState.ts'

/** One person announces at most this much. */
export const announcementRate = { times: 20, withinMs: 10_000 }
/** Announcements kept beyond the last one of each room. */
export const maxAnnouncements = 200

export function decideAnnounce(state: RunningMeeting, { by, to, text, at }: CommandOf<'Announce'>): Decision {
  const roomIds = to === 'all' ? [mainRoomId, ...state.rooms.keys()] : [...new Set(to)]
  const unknown = roomIds.find((roomId) => roomId !== mainRoomId && !state.rooms.has(roomId))
  if (unknown !== undefined) return reject('ROOM_UNKNOWN', { roomId: unknown })
  const mine = state.announcements.kept.filter(({ from }) => from === by).map((made) => made.at)
  const retryAfterMs = waitTime(mine.reverse(), announcementRate, at)
  if (retryAfterMs > 0) return { ok: false, error: { code: 'TOO_OFTEN', retryAfterMs } }
  return accept([{ type: 'AnnouncementMade', from: by, roomIds, text, at }], {
    announcementId: state.announcements.made + 1,
  })
}

export function evolveAnnouncementMade(state: RunningMeeting, event: EventOf<'AnnouncementMade'>): RunningMeeting {
  const { from, roomIds, text, at } = event
  const id = state.announcements.made + 1
  const all = [...state.announcements.kept, { id, from, roomIds, text, at }]
  return { ...state, announcements: { made: id, kept: all.length > maxAnnouncements ? pruned(state, all) : all } }
}

/** The announcement that whoever is in the room, or comes into it, can read. */
export function lastAnnouncement(state: RunningMeeting, roomId: RoomId): StoredAnnouncement | undefined {
  return state.announcements.kept.findLast(({ roomIds }) => roomIds.includes(roomId))
}

export function assertAnnouncements({ announcements: { made, kept }, settings }: RunningMeeting): void {
  invariant(kept.length <= maxAnnouncements + settings.maxRooms + 1, 'too many announcements are kept')
  let last = 0
  for (const { id } of kept) {
    invariant(id > last && id <= made, `announcement ${id} is out of order`)
    last = id
  }
}

function pruned({ rooms }: RunningMeeting, all: readonly StoredAnnouncement[]): readonly StoredAnnouncement[] {
  const lastOnes = new Map<RoomId, number>()
  for (const { id, roomIds } of all) for (const roomId of roomIds) lastOnes.set(roomId, id)
  const isLastSomewhere = ({ id, roomIds }: StoredAnnouncement) =>
    roomIds.some((roomId) => lastOnes.get(roomId) === id && (roomId === mainRoomId || rooms.has(roomId)))
  return all.filter((announcement, index) => index >= all.length - maxAnnouncements || isLastSomewhere(announcement))
}
