// SPDX-License-Identifier: Apache-2.0
// The report of a meeting (SPEC AT), made of what the state keeps: visits, rounds, announcements, requests for help. Knows nothing of the chat.
import {
  type Actor,
  type AttendanceReport,
  type AttendedRoom,
  operator,
  type ReportedHelp,
  type ReportedRound,
  type RoomGroup,
} from '@alcove/protocol'
import type { HelpRequest } from '../help/helpState.ts'
import { permissions, type Rank } from '../permissions/permissions.ts'
import { type Rejected, reject } from '../rejections.ts'
import type { Round } from '../rounds/roundsState.ts'
import { isPresent } from '../seats.ts'
import type { KeptMeeting, MeetingState, RunningMeeting } from '../state.ts'
import type { Visit } from '../visits/visit.ts'

export type ReportDecision = { readonly ok: true; readonly report: AttendanceReport } | Rejected

/** @param by who asks: a moderator who is present, or the operator. @param at when, milliseconds since 1970 */
export function readReport(state: MeetingState, by: Actor, at: number): ReportDecision {
  if (state.status !== 'running') return reject('MEETING_UNKNOWN')
  const rank = rankOf(state, by)
  if (rank === undefined) return reject('NOT_JOINED')
  if (permissions['read-report'][rank] !== 'yes') return reject('PERMISSION_DENIED')
  return { ok: true, report: toReport(state, at) }
}

function toReport(state: RunningMeeting, at: number): AttendanceReport {
  const people = [...state.seats.values()].map(({ id, displayName, role }) => ({
    participantId: id,
    displayName,
    role,
    visits: (state.visits.get(id) ?? []).map((visit) => toAttendedRoom(state, visit)),
  }))
  return {
    meetingId: state.meetingId,
    at,
    people,
    rooms: [...state.rooms.values()].map(({ id, name }) => ({ roomId: id, name })),
    rounds: state.rounds.list.map((round) => toReportedRound(state, round)),
    announcements: state.announcements.kept,
    help: state.help.requests.map(toReportedHelp),
  }
}

/** A round as reports and programs are told of it: its groups as the rooms stand, those of rooms that are gone last. */
export function toReportedRound({ rooms }: RunningMeeting, round: Round): ReportedRound {
  const { id, name, durationMs, run } = round
  const orderOf = ({ roomId }: RoomGroup) => rooms.get(roomId)?.order ?? Number.MAX_SAFE_INTEGER
  const groups = round.groups.toSorted((first, second) => orderOf(first) - orderOf(second))
  return { roundId: id, name, ...(durationMs === undefined ? {} : { durationMs }), groups, ...run }
}

/** A request for help as reports and programs are told of it. */
export function toReportedHelp({ progress, ...request }: HelpRequest): ReportedHelp {
  const taken = progress.status === 'taken' ? progress : progress.status === 'over' ? progress.taken : undefined
  return {
    ...request,
    status: progress.status,
    ...(taken && { takenBy: taken.by, takenAt: taken.takenAt }),
    ...(progress.status === 'over' && { endedAt: progress.endedAt, how: progress.how }),
  }
}

/** The report of a meeting that somebody ended, as long as it is kept; for the operator, and for whoever has its key. */
export function readKeptReport({ last, endedAt }: KeptMeeting): AttendanceReport {
  return toReport(last, endedAt)
}

function rankOf(state: RunningMeeting, by: Actor): Rank | undefined {
  if (by === operator) return operator
  const seat = state.seats.get(by)
  return isPresent(seat) ? seat.role : undefined
}

function toAttendedRoom(state: RunningMeeting, { roomId, from, end, spokenMs }: Visit): AttendedRoom {
  const roomName = state.rooms.get(roomId)?.name ?? end?.roomName
  return { roomId, ...(roomName === undefined ? {} : { roomName }), from, ...(end && { to: end.at }), spokenMs }
}
