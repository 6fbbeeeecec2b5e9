// SPDX-License-Identifier: Apache-2.0
// What the report says, in words: people and their stays, rounds, requests for help, announcements. Names instead of ids.
import {
  type Actor,
  type AttendanceReport,
  type AttendedRoom,
  mainRoomId,
  type ParticipantId,
  type ReportedHelp,
  type ReportedRound,
  type RoomId,
  toReportNames,
} from '@alcove/protocol'
import { formatDayTime, formatNames, formatTime } from '../../i18n/formats.ts'
import { t } from '../../i18n/texts.ts'
import { toShownRoundName } from '../rounds/roundText.ts'
import { withShownRooms } from './withShownRooms.ts'

export interface ReportModel {
  readonly people: readonly ReportPerson[]
  readonly rounds: readonly ReportRound[]
  readonly help: readonly ReportEntry[]
  readonly announcements: readonly ReportEntry[]
}

export interface ReportPerson {
  readonly id: ParticipantId
  readonly name: string
  readonly isModerator: boolean
  /** How long they were there and spoke, in words. */
  readonly sum: string
  /** In the order of time. */
  readonly stays: readonly { readonly from: number; readonly room: string; readonly when: string }[]
}

export interface ReportRound {
  readonly id: number
  readonly name: string
  readonly when: string
  readonly groups: readonly { readonly roomId: RoomId; readonly room: string; readonly people: string }[]
}

/** Something that was said at a time: by whom and where, what, and what came of it. */
export interface ReportEntry {
  readonly id: number
  readonly when: string
  readonly who: string
  readonly text: string | undefined
  readonly outcome: string | undefined
}

export function toReportModel(written: AttendanceReport): ReportModel {
  const report = withShownRooms(written)
  const names = toNames(report)
  const time = toTimes(report.at)
  return {
    people: report.people.map(({ participantId, role, visits }) => ({
      id: participantId,
      name: names.person(participantId),
      isModerator: role === 'moderator',
      sum: toSum(visits, report.at),
      // Who comes and goes on to their room in the same moment was not in the main room in any sense that matters here.
      stays: visits
        .filter(({ from, to }) => from !== to)
        .map((visit) => ({
          from: visit.from,
          room: visit.roomName ?? names.room(visit.roomId),
          when: time.span(visit.from, visit.to),
        })),
    })),
    rounds: report.rounds.map((round) => ({
      id: round.roundId,
      name: toShownRoundName(round.name),
      when: toRoundTime(round, time),
      groups: round.groups.map(({ roomId, participantIds }) => ({
        roomId,
        room: names.room(roomId),
        people: participantIds.length === 0 ? t('report.nobody') : formatNames(participantIds.map(names.person)),
      })),
    })),
    help: report.help.map((request) => ({
      id: request.id,
      when: time.of(request.askedAt),
      who: t('report.asked', { name: names.person(request.participantId), room: request.roomName }),
      text: request.text,
      outcome: toOutcome(request, names.person, time),
    })),
    announcements: report.announcements.map(({ id, at, from, roomIds, text }) => ({
      id,
      when: time.of(at),
      who: t('report.announced', { name: names.person(from), rooms: formatNames(roomIds.map(names.room)) }),
      text,
      outcome: undefined,
    })),
  }
}

function toNames(report: AttendanceReport) {
  const names = toReportNames(report)
  return {
    person: (id: Actor) => {
      const name = names.person(id)
      if (name === undefined) return t('report.operator')
      return name === '' ? t('report.forgotten') : name
    },
    room: (id: RoomId) => (id === mainRoomId ? t('words.mainRoom') : (names.room(id) ?? t('report.roomGone'))),
  }
}

function toSum(visits: readonly AttendedRoom[], at: number): string {
  const hereMs = visits.reduce((sum, { from, to }) => sum + (to ?? at) - from, 0)
  const spokenMs = visits.reduce((sum, { spokenMs: ms }) => sum + ms, 0)
  const here = t('report.here', { time: toLength(hereMs) })
  return spokenMs === 0 ? here : `${here} · ${t('report.spoke', { time: toLength(spokenMs) })}`
}

type Times = ReturnType<typeof toTimes>

/** Moments in words: with their day, where it is not the one of the report, or of the moment before. */
function toTimes(reportedAt: number) {
  const after = (before: number, at: number) =>
    new Date(at).toDateString() === new Date(before).toDateString() ? formatTime(at) : formatDayTime(at)
  const of = (at: number) => after(reportedAt, at)
  const span = (from: number, to: number | undefined) =>
    to === undefined ? t('report.since', { from: of(from) }) : t('report.span', { from: of(from), to: after(from, to) })
  return { of, span }
}

function toRoundTime({ startedAt, endedAt, durationMs }: ReportedRound, time: Times): string {
  if (startedAt !== undefined) return time.span(startedAt, endedAt)
  return durationMs === undefined ? t('report.toCome') : t('report.toComeFor', { time: toLength(durationMs) })
}

function toOutcome(request: ReportedHelp, nameOf: (id: ParticipantId) => string, time: Times): string {
  const { askedAt, takenBy, takenAt, endedAt, how } = request
  const taken =
    takenBy === undefined || takenAt === undefined
      ? t('report.notTaken')
      : t('report.taken', { name: nameOf(takenBy), time: toLength(takenAt - askedAt) })
  if (endedAt === undefined || how === undefined) return `${taken} · ${t('report.open')}`
  return `${taken} · ${t(`report.${how}`, { time: time.of(endedAt) })}`
}

/** "40 s" below a minute, whole minutes from there. */
function toLength(ms: number): string {
  const seconds = Math.round(ms / 1000)
  return seconds < 60 ? t('report.seconds', { seconds }) : t('report.minutes', { minutes: Math.round(seconds / 60) })
}
