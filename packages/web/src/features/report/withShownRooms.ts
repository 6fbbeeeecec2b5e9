// SPDX-License-Identifier: Apache-2.0
// The report with its rooms called as the page calls them.
import type { AttendanceReport } from '@alcove/protocol'
import { toShownRoomName } from '../../state/withRoomNames.ts'

export function withShownRooms(report: AttendanceReport): AttendanceReport {
  return {
    ...report,
    rooms: report.rooms.map((room) => ({ ...room, name: toShownRoomName(room.name) })),
    people: report.people.map((person) => ({
      ...person,
      visits: person.visits.map((visit) =>
        visit.roomName === undefined ? visit : { ...visit, roomName: toShownRoomName(visit.roomName) },
      ),
    })),
    help: report.help.map((request) => ({ ...request, roomName: toShownRoomName(request.roomName) })),
  }
}
