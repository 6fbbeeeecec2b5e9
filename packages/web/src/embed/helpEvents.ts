// SPDX-License-Identifier: Apache-2.0
// Events about raised hands, announcements and requests for help. Pure.
import type { MeetingView } from '@alcove/client'
import type { HandView } from '@alcove/protocol'
import { isSame } from '../state/keepSame.ts'
import type { EmbedEvent, Picture } from './picture.ts'
import type { Places } from './places.ts'

export function toHelpEvents({ view: before }: Picture, { view: after }: Picture, places: Places): EmbedEvent[] {
  if (!after) return []
  return [...toHandEvents(before, after), ...toAnnouncement(before, after), ...toRequests(before, after, places)]
}

/** Hands of the own room, and for moderators of every room, in the order of raising. */
function handsIn({ room, moderators }: MeetingView): ReadonlyMap<string, number> {
  const hands: readonly HandView[] = [...room.hands, ...Object.values(moderators?.hands ?? {}).flat()]
  const known = new Map(hands.map(({ participantId, since }) => [participantId, since]))
  return new Map([...known].sort(([, first], [, second]) => first - second))
}

function toHandEvents(before: MeetingView | undefined, after: MeetingView): EmbedEvent[] {
  const earlier = before ? handsIn(before) : new Map<string, number>()
  const later = handsIn(after)
  const isKnown = (id: string) => Object.hasOwn(after.meeting.people, id)
  return [
    ...[...later]
      .filter(([id, at]) => earlier.get(id) !== at)
      .map(([id, handRaised]): EmbedEvent => ({ name: 'raiseHandUpdated', payload: { id, handRaised } })),
    ...[...earlier.keys()]
      .filter((id) => !later.has(id) && isKnown(id))
      .map((id): EmbedEvent => ({ name: 'raiseHandUpdated', payload: { id, handRaised: 0 } })),
  ]
}

/** What was announced to a room before one came in is no news, but the person can read it there. */
function toAnnouncement(before: MeetingView | undefined, after: MeetingView): EmbedEvent[] {
  const { announcement } = after.room
  const isSameRoom = before?.room.roomId === after.room.roomId
  if (!announcement || !isSameRoom || before?.room.announcement?.id === announcement.id) return []
  const { id, text, from, fromName } = announcement
  return [{ name: 'announcementReceived', payload: { id, text, from, ...(fromName !== undefined && { fromName }) } }]
}

function toRequests(before: MeetingView | undefined, after: MeetingView, places: Places): EmbedEvent[] {
  const help = after.moderators?.help ?? {}
  if (isSame(before?.moderators?.help ?? {}, help)) return []
  const requests = Object.entries(help).map(([requestId, { participantId, roomId, ...rest }]) => ({
    requestId: Number(requestId),
    id: participantId,
    room: places.roomName(roomId),
    ...rest,
  }))
  return [{ name: 'helpRequestsChanged', payload: { requests } }]
}
