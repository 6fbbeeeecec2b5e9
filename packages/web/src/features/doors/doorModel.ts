// SPDX-License-Identifier: Apache-2.0
// View model of a room's door: what it asks, how one comes in, who knocks. Pure. The server decides; this only offers what it would allow.
import type { MeetingView } from '@alcove/client'
import type { KnockView, ParticipantId, RoomId } from '@alcove/protocol'

/** What one can do to come in. */
export type WayIn = 'join' | 'password' | 'knock' | 'knocking' | 'full' | 'none'

export interface KnockRow {
  readonly participantId: ParticipantId
  readonly name: string
}

export interface DoorModel {
  readonly wayIn: WayIn
  readonly locked: boolean
  readonly hasPassword: boolean
  readonly capacity: number | undefined
  /** As far as one may know it. */
  readonly task: string | undefined
  /** Who knocks and waits for an answer that one may give. */
  readonly knocks: readonly KnockRow[]
}

/** It fits beside the name of the room. */
export function isShortTask(task: string): boolean {
  return task.length <= 90 && !task.includes('\n')
}

/** @param mayGo nothing but the door itself is against it. */
export function toDoor(view: MeetingView, roomId: RoomId, mayGo: boolean): DoorModel {
  const room = view.meeting.rooms[roomId]
  return {
    wayIn: toWayIn(view, roomId, mayGo),
    locked: room?.locked ?? false,
    hasPassword: room?.hasPassword ?? false,
    capacity: room?.capacity,
    task: view.moderators?.tasks[roomId] ?? (view.room.roomId === roomId ? view.room.task : undefined),
    knocks: toKnocks(view, roomId),
  }
}

function toWayIn({ meeting, self }: MeetingView, roomId: RoomId, mayGo: boolean): WayIn {
  const room = meeting.rooms[roomId]
  if (!mayGo) return 'none'
  if (!room || self.can.moderate) return 'join'
  if (room.capacity !== undefined && placesTaken(meeting, roomId) >= room.capacity) return 'full'
  if (self.welcomeIn.includes(roomId)) return 'join'
  if (room.locked && !self.passwordOnlyIn?.includes(roomId)) return self.knockingAt === roomId ? 'knocking' : 'knock'
  return room.hasPassword ? 'password' : 'join'
}

function placesTaken({ people }: MeetingView['meeting'], roomId: RoomId): number {
  return Object.values(people).filter((person) => person.roomId === roomId && person.role !== 'moderator').length
}

function toKnocks({ meeting, self, room, moderators }: MeetingView, roomId: RoomId): readonly KnockRow[] {
  const ofOwn = self.can.host && room.roomId === roomId ? room.knocks : []
  const knocks: readonly KnockView[] = moderators ? (moderators.knocks[roomId] ?? []) : ofOwn
  return knocks.map(({ participantId }) => ({
    participantId,
    name: meeting.people[participantId]?.displayName ?? '',
  }))
}
