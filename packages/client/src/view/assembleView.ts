// SPDX-License-Identifier: Apache-2.0
// Makes the application's view out of the parts. What did not change keeps its identity, up to the view itself.
import { mainRoomId, type RoomId, type RoomPart, roomPartKey } from '@alcove/protocol'
import type { MeetingView } from '../api.ts'
import type { PartsStore } from './PartsStore.ts'

/** @returns undefined until the parts that everybody has are there. */
export function assembleView(parts: PartsStore, previous: MeetingView | undefined): MeetingView | undefined {
  const meeting = parts.get('meeting')
  const self = parts.get('self')
  if (!meeting || !self) return undefined
  const roomId = meeting.people[self.participantId]?.roomId ?? mainRoomId
  const room = parts.get(roomPartKey(roomId)) ?? emptyRoom(roomId, previous?.room)
  const moderators = parts.get('moderators')
  const isSame =
    previous !== undefined &&
    previous.meeting === meeting &&
    previous.self === self &&
    previous.room === room &&
    previous.moderators === moderators
  return isSame ? previous : { meeting, self, room, moderators }
}

/** The own room moved on in the meeting's part, and its own part has not come yet: nothing of the old room may show. */
function emptyRoom(roomId: RoomId, previous: RoomPart | undefined): RoomPart {
  const isEmptyAlready =
    previous?.roomId === roomId &&
    previous.announcement === undefined &&
    previous.task === undefined &&
    previous.speakers.length + previous.hands.length + previous.knocks.length + previous.lookers.length === 0 &&
    Object.keys(previous.media).length + Object.keys(previous.podium).length === 0
  return isEmptyAlready ? previous : { roomId, media: {}, speakers: [], hands: [], knocks: [], podium: {}, lookers: [] }
}
