// SPDX-License-Identifier: Apache-2.0
// The lists of rooms and people in the two forms that host pages know. Pure.
import type { MeetingView } from '@alcove/client'
import { mainRoomId, type ParticipantId, type RoomId } from '@alcove/protocol'
import type { ListedParticipant, ListedRoom, ListedRooms, RoomsInfo } from '@alcove/protocol/embed'
import { peopleInOrder, roomIdsInOrder } from '../state/inOrder.ts'
import { type Places, userIdIn } from './places.ts'

/** How people are called, where a page has names of its own. */
export type Names = Readonly<Record<string, string>>

/** All rooms by id; empty until the meeting has its first breakout room. */
export function toListedRooms(view: MeetingView, places: Places, title: string, names: Names = {}): ListedRooms {
  const roomIds = roomIdsInOrder(view)
  if (roomIds.length === 0) return {}
  return Object.fromEntries(
    [mainRoomId, ...roomIds].map((roomId): [string, ListedRoom] => {
      const isMain = roomId === mainRoomId
      const room = {
        id: places.roomName(roomId),
        jid: places.roomJid(roomId),
        ...(isMain && { isMainRoom: true as const }),
        name: isMain ? title : (view.meeting.rooms[roomId]?.name ?? ''),
        participants: toListedParticipants(view, places, roomId, names),
      }
      return [room.id, room]
    }),
  )
}

/** Without breakout rooms the main room is told with one's own address, as Jitsi does. */
export function toRoomsInfo(view: MeetingView, places: Places, title: string, names: Names = {}): RoomsInfo {
  const roomIds = roomIdsInOrder(view)
  const own = view.self.participantId
  const toRoom = (roomId: RoomId, id: string, jid: string) => ({
    isMainRoom: roomId === mainRoomId,
    id,
    jid,
    name: roomId === mainRoomId ? title : (view.meeting.rooms[roomId]?.name ?? ''),
    participants: peopleIn(view, roomId).map(([participantId, person]) => ({
      id: participantId,
      ...(roomIds.length > 0 && { jid: places.connectionJid(participantId) }),
      ...(roomIds.length === 0 && participantId !== own && { jid: places.occupantJid(roomId, participantId) }),
      role: person.role,
      displayName: names[participantId] ?? person.displayName,
      ...(person.avatar !== undefined && { avatarUrl: person.avatar }),
      ...userContextIn(view, participantId),
    })),
  })
  if (roomIds.length === 0) {
    return { rooms: [toRoom(mainRoomId, places.roomJid(mainRoomId), places.occupantJid(mainRoomId, own))] }
  }
  return {
    rooms: [mainRoomId, ...roomIds].map((roomId) => toRoom(roomId, places.roomName(roomId), places.roomJid(roomId))),
  }
}

/** What a token says of somebody, as far as one may know it: of oneself, and for moderators of everybody. */
export function userContextIn(view: MeetingView, id: ParticipantId): { userContext?: { id: string; name: string } } {
  const userId = userIdIn(view, id)
  const name = view.meeting.people[id]?.displayName ?? ''
  return userId === undefined ? {} : { userContext: { id: userId, name } }
}

/** Oneself first, then in the order of coming. */
function peopleIn(view: MeetingView, roomId: RoomId) {
  const own = view.self.participantId
  return peopleInOrder(view)
    .filter(([, person]) => person.roomId === roomId)
    .sort(([first], [second]) => Number(second === own) - Number(first === own))
}

function toListedParticipants(view: MeetingView, places: Places, roomId: RoomId, names: Names) {
  return Object.fromEntries(
    peopleIn(view, roomId).map(([participantId, { role, displayName }]): [string, ListedParticipant] => [
      places.occupantJid(roomId, participantId),
      {
        jid: places.connectionJid(participantId),
        role,
        displayName: names[participantId] ?? displayName,
        ...userContextIn(view, participantId),
      },
    ]),
  )
}
