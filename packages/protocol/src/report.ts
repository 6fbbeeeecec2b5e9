// SPDX-License-Identifier: Apache-2.0
// The attendance report: who was where, from when to when. For moderators.
import type { MeetingId, ParticipantId, RoomId } from './ids.ts'
import type { Role } from './vocabulary.ts'

export interface AttendanceReport {
  readonly meetingId: MeetingId
  /** When the report was made; times are milliseconds since 1970 by the server's clock. */
  readonly at: number
  /** Everybody who was ever in the meeting, in the order of joining. */
  readonly people: readonly AttendedPerson[]
}

export interface AttendedPerson {
  readonly participantId: ParticipantId
  readonly displayName: string
  /** The role that the person has now, or had last. */
  readonly role: Role
  /** Oldest first; short losses of the connection do not interrupt one. */
  readonly visits: readonly AttendedRoom[]
}

export interface AttendedRoom {
  readonly roomId: RoomId
  /** Absent for the main room. A room that was removed has the name that it had when the person left it. */
  readonly roomName?: string
  readonly from: number
  /** Absent while the person is there. */
  readonly to?: number
  /** How long they spoke there in this time, in milliseconds. */
  readonly spokenMs: number
}
