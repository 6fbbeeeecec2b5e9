// SPDX-License-Identifier: Apache-2.0
// The parts of the report as tables: the rows are the same wherever one is saved, the words are those of whoever saves it.
import { mainRoomId, type RoomId } from '../ids.ts'
import type { AttendanceReport, ReportedRound } from '../report.ts'
import { type ReportNames, toReportNames } from './reportNames.ts'
import { writeCsv } from './writeCsv.ts'

/** What a table of the report calls its columns, and what has no name of its own. */
export interface ReportWords {
  readonly name: string
  readonly role: string
  readonly room: string
  readonly rooms: string
  readonly from: string
  readonly to: string
  readonly minutes: string
  readonly round: string
  readonly minutesSpoken: string
  readonly text: string
  readonly time: string
  readonly asked: string
  readonly takenBy: string
  readonly taken: string
  readonly ended: string
  readonly outcome: string
  readonly mainRoom: string
  readonly roomGone: string
  readonly operator: string
}

/**
 * `stays`: a line for each stay of each person. `rounds`: one for each person of each room of each round. `help`: one for each request.
 * `announcements`: one for each.
 */
export const reportTables = ['stays', 'rounds', 'help', 'announcements'] as const
export type ReportTable = (typeof reportTables)[number]

type Rows = readonly (readonly string[])[]

/** The columns of each table, in the order of its rows. */
const columns: Readonly<Record<ReportTable, readonly (keyof ReportWords)[]>> = {
  stays: ['name', 'role', 'room', 'from', 'to', 'minutes', 'round', 'minutesSpoken'],
  rounds: ['round', 'from', 'to', 'room', 'name'],
  help: ['name', 'room', 'text', 'asked', 'takenBy', 'taken', 'ended', 'outcome'],
  announcements: ['time', 'name', 'rooms', 'text'],
}

const rows: Readonly<Record<ReportTable, (report: AttendanceReport, words: ReportWords, names: ReportNames) => Rows>> =
  {
    stays: ({ people, rounds, at }, words) =>
      people.flatMap(({ displayName, role, visits }) =>
        visits.map(({ roomId, roomName, from, to, spokenMs }) => [
          displayName,
          role,
          roomName ?? words.mainRoom,
          timeOf(from),
          timeOf(to),
          minutesOf((to ?? at) - from),
          roomId === mainRoomId ? '' : roundsDuring(rounds, from, to ?? at),
          minutesOf(spokenMs),
        ]),
      ),
    rounds: ({ rounds }, words, names) =>
      rounds.flatMap(({ name, startedAt, endedAt, groups }) =>
        groups.flatMap(({ roomId, participantIds }) => {
          const place = [name, timeOf(startedAt), timeOf(endedAt), roomOf(roomId, words, names)]
          // A room in which nobody is belongs to the round all the same.
          return participantIds.length === 0
            ? [[...place, '']]
            : participantIds.map((id) => [...place, names.person(id) ?? ''])
        }),
      ),
    help: ({ help }, _words, names) =>
      help.map(({ participantId, roomName, text = '', askedAt, takenBy, takenAt, endedAt, how = '' }) => [
        names.person(participantId) ?? '',
        roomName,
        text,
        timeOf(askedAt),
        takenBy === undefined ? '' : (names.person(takenBy) ?? ''),
        timeOf(takenAt),
        timeOf(endedAt),
        how,
      ]),
    announcements: ({ announcements }, words, names) =>
      announcements.map(({ at, from, roomIds, text }) => [
        timeOf(at),
        names.person(from) ?? words.operator,
        roomIds.map((id) => roomOf(id, words, names)).join('; '),
        text,
      ]),
  }

/** Times are universal times. */
export function writeReport(report: AttendanceReport, words: ReportWords, table: ReportTable = 'stays'): string {
  return writeCsv(
    columns[table].map((column) => words[column]),
    rows[table](report, words, toReportNames(report)),
  )
}

function roomOf(id: RoomId, words: ReportWords, names: ReportNames): string {
  return id === mainRoomId ? words.mainRoom : (names.room(id) ?? words.roomGone)
}

/** Whoever stays in a room from one round to the next is there for both. */
function roundsDuring(rounds: readonly ReportedRound[], from: number, to: number): string {
  return rounds
    .filter(({ startedAt, endedAt }) => startedAt !== undefined && startedAt < to && (endedAt ?? to) > from)
    .map(({ name }) => name)
    .join('; ')
}

function minutesOf(ms: number): string {
  return (ms / 60_000).toFixed(1)
}

/** In the form that spreadsheets take for a time. */
function timeOf(at: number | undefined): string {
  return at === undefined ? '' : new Date(at).toISOString().slice(0, 19).replace('T', ' ')
}
