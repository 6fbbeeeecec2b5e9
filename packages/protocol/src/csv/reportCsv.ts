// SPDX-License-Identifier: Apache-2.0
// The report as a table with one line for each stay of each person: the rows are the same wherever it is saved, the words are those of whoever saves it.
import { mainRoomId } from '../ids.ts'
import type { AttendanceReport, ReportedRound } from '../report.ts'
import { writeCsv } from './writeCsv.ts'

/** What the table calls its columns and the main room. */
export interface ReportWords {
  readonly name: string
  readonly role: string
  readonly room: string
  readonly from: string
  readonly to: string
  readonly minutes: string
  readonly round: string
  readonly minutesSpoken: string
  readonly mainRoom: string
}

export function writeReport({ people, rounds, at }: AttendanceReport, words: ReportWords): string {
  const rows = people.flatMap(({ displayName, role, visits }) =>
    visits.map(({ roomId, roomName, from, to, spokenMs }) => [
      displayName,
      role,
      roomName ?? words.mainRoom,
      timeOf(from),
      to === undefined ? '' : timeOf(to),
      minutesOf((to ?? at) - from),
      roomId === mainRoomId ? '' : roundsDuring(rounds, from, to ?? at),
      minutesOf(spokenMs),
    ]),
  )
  const { name, role, room, from, to, minutes, round, minutesSpoken } = words
  return writeCsv([name, role, room, from, to, minutes, round, minutesSpoken], rows)
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

/** By universal time, in the form that spreadsheets take for a time. */
function timeOf(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ')
}
