// SPDX-License-Identifier: Apache-2.0
// What the people of a room see of announcements: the last one, with the name of who made it; nothing where that person was forgotten.
import { type AnnouncementView, operator, type RoomId } from '@alcove/protocol'
import type { RunningMeeting } from '../state.ts'
import { lastAnnouncement } from './announce.ts'

export function announcementView(state: RunningMeeting, roomId: RoomId): AnnouncementView | undefined {
  const last = lastAnnouncement(state, roomId)
  if (!last || last.text === '') return undefined
  const { id, text, from, at } = last
  const seat = from === operator ? undefined : state.seats.get(from)
  return { id, text, from, ...(seat && { fromName: seat.displayName }), at }
}
