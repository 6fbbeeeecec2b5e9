// SPDX-License-Identifier: Apache-2.0
// The report of a meeting: who was where, from when to when, the rounds, what was announced, and who asked for help. For moderators.
import type { RoomGroup, RoundId } from './grouping.ts'
import type { Actor, MeetingId, ParticipantId, RoomId } from './ids.ts'
import type { Role } from './vocabulary.ts'

export interface AttendanceReport {
  readonly meetingId: MeetingId
  /** When the report was made; times are milliseconds since 1970 by the server's clock. */
  readonly at: number
  /** Everybody who was ever in the meeting, in the order of joining. */
  readonly people: readonly AttendedPerson[]
  /** The breakout rooms that there are, in their order. */
  readonly rooms: readonly { readonly roomId: RoomId; readonly name: string }[]
  /** Held, running and to come, in their order. */
  readonly rounds: readonly ReportedRound[]
  /** Those that are kept, oldest first. */
  readonly announcements: readonly ReportedAnnouncement[]
  /** Requests for help that are kept, in the order of asking. */
  readonly help: readonly ReportedHelp[]
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

export interface ReportedRound {
  readonly roundId: RoundId
  readonly name: string
  /** Absent: until somebody ends it. */
  readonly durationMs?: number
  readonly groups: readonly RoomGroup[]
  readonly status: 'waiting' | 'running' | 'over'
  /** Absent while it is to come. */
  readonly startedAt?: number
  /** Absent until it is over. */
  readonly endedAt?: number
}

export interface ReportedAnnouncement {
  readonly id: number
  readonly from: Actor
  readonly roomIds: readonly RoomId[]
  readonly text: string
  readonly at: number
}

export interface ReportedHelp {
  readonly id: number
  readonly participantId: ParticipantId
  readonly roomId: RoomId
  /** As the room was called when help was asked for. */
  readonly roomName: string
  readonly text?: string
  readonly askedAt: number
  readonly status: 'waiting' | 'taken' | 'over'
  /** The moderator who took it last, and when. Absent while, or because, nobody did. */
  readonly takenBy?: ParticipantId
  readonly takenAt?: number
  /** Absent while it is open. */
  readonly endedAt?: number
  /** `left`: who asked was in that room no more. Absent while it is open. */
  readonly how?: 'withdrawn' | 'answered' | 'left'
}
