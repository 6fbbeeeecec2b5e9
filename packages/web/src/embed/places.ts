// SPDX-License-Identifier: Apache-2.0
// How rooms and people are called towards host pages: ids and addresses in Jitsi's form, and back from any of them. Pure.
import type { MeetingView } from '@alcove/client'
import { type MeetingId, mainRoomId, type ParticipantId, type RoomId } from '@alcove/protocol'
import { peopleInOrder, roomIdsInOrder } from '../state/inOrder.ts'

export interface Places {
  /** Name of the meeting without its tenant; the id of the main room. */
  readonly mainName: string
  roomName(roomId: RoomId): string
  roomJid(roomId: RoomId): string
  /** Address of a person in a room. */
  occupantJid(roomId: RoomId, participantId: ParticipantId): string
  /** Address of a person's connection. */
  connectionJid(participantId: ParticipantId): string
  /** The room that is meant by an id or an address, if there is one. */
  findRoom(view: MeetingView, named: unknown): RoomId | undefined
  /** The person who is meant by an id, an address or, as far as one may know it, the user id of a token, if they are in the meeting; of two with one user id who came first. */
  findPerson(view: MeetingView, named: unknown): ParticipantId | undefined
}

/** @param host name of the server, without port */
export function createPlaces(meetingId: MeetingId, host: string): Places {
  const [mainName = '', tenant] = meetingId.split('/').reverse()
  const domain = tenant === undefined ? host : `${tenant.replaceAll('.', '_')}.${host}`
  const roomName = (roomId: RoomId) => (roomId === mainRoomId ? mainName : roomId)
  const roomJid = (roomId: RoomId) =>
    roomId === mainRoomId ? `${mainName}@conference.${domain}` : `${roomId}@breakout.${host}`
  return {
    mainName,
    roomName,
    roomJid,
    occupantJid: (roomId, participantId) => `${roomJid(roomId)}/${participantId}`,
    connectionJid: (participantId) => `${participantId}@${host}/${participantId}`,
    findRoom(view, named) {
      if (typeof named !== 'string') return undefined
      const name = (named.split('@', 1)[0] ?? '').toLowerCase()
      if (name === mainRoomId || name === mainName.toLowerCase()) return mainRoomId
      return roomIdsInOrder(view).find((roomId) => roomId === name)
    },
    findPerson(view, named) {
      if (typeof named !== 'string') return undefined
      const [address = '', resource] = named.split('/', 2)
      const name = resource ?? address.split('@', 1)[0]
      const people = peopleInOrder(view)
      const meant = people.find(([id]) => id === name) ?? people.find(([id]) => userIdIn(view, id) === named)
      return meant?.[0]
    },
  }
}

/** Of a token: of oneself, and for moderators of everybody. */
export function userIdIn({ self, moderators }: MeetingView, id: ParticipantId): string | undefined {
  return (id === self.participantId ? self.identity : moderators?.identities[id])?.userId
}
