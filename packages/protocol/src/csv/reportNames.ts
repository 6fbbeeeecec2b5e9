// SPDX-License-Identifier: Apache-2.0
// What people and rooms of a report are called, wherever it is shown or saved.
import type { Actor, RoomId } from '../ids.ts'
import type { AttendanceReport } from '../report.ts'

export interface ReportNames {
  /** Empty: the person was forgotten; undefined: this is nobody of the meeting. */
  person(id: Actor): string | undefined
  /** Undefined: the main room, or a room that is gone and in which nobody ever was. */
  room(id: RoomId): string | undefined
}

/** Rooms that are gone are known by those who were in them. */
export function toReportNames({ people, rooms, help }: AttendanceReport): ReportNames {
  const personNames = new Map<Actor, string>(people.map((person) => [person.participantId, person.displayName]))
  const roomNames = new Map<RoomId, string>()
  for (const { roomId, roomName } of help) roomNames.set(roomId, roomName)
  for (const { roomId, roomName } of people.flatMap(({ visits }) => visits))
    if (roomName !== undefined) roomNames.set(roomId, roomName)
  for (const { roomId, name } of rooms) roomNames.set(roomId, name)
  return { person: (id) => personNames.get(id), room: (id) => roomNames.get(id) }
}
