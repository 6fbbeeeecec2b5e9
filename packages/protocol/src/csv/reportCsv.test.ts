// SPDX-License-Identifier: Apache-2.0
// Tests of the report as a table.
import { expect, it } from 'vitest'
import type { MeetingId, ParticipantId, RoomId } from '../ids.ts'
import type { AttendanceReport } from '../report.ts'
import { writeReport } from './reportCsv.ts'

const words = {
  name: 'Name',
  role: 'Rolle',
  room: 'Raum',
  from: 'Von',
  to: 'Bis',
  minutes: 'Minuten',
  round: 'Runde',
  minutesSpoken: 'Minuten gesprochen',
  mainRoom: 'Hauptraum',
}
const from = Date.UTC(2026, 0, 2, 10, 0, 0)
const minute = 60_000
const garden = { roomId: 'r1' as RoomId, roomName: 'Garden, left' }
const round = { groups: [], status: 'over' as const }
const report: AttendanceReport = {
  meetingId: 'test' as MeetingId,
  at: from + 10 * minute,
  people: [
    {
      participantId: 'a' as ParticipantId,
      displayName: '=HYPERLINK("http://x")',
      role: 'moderator',
      visits: [
        { roomId: 'main' as RoomId, from, to: from + 1.5 * minute, spokenMs: 30_000 },
        { ...garden, from: from + 1.5 * minute, to: from + 6 * minute, spokenMs: 0 },
        { ...garden, from: from + 6 * minute, spokenMs: 0 },
      ],
    },
  ],
  rooms: [],
  rounds: [
    { ...round, roundId: 1, name: 'First', startedAt: from + minute, endedAt: from + 5 * minute },
    { ...round, roundId: 2, name: 'Second', status: 'running', startedAt: from + 5 * minute },
    { ...round, roundId: 3, name: 'Third', status: 'waiting' },
  ],
  announcements: [],
  help: [],
}

it('has a line for each stay with its rounds, and nothing in it that a spreadsheet would run', () => {
  const ann = `"'=HYPERLINK(""http://x"")",moderator`
  expect(writeReport(report, words).split('\r\n')).toEqual([
    'Name,Rolle,Raum,Von,Bis,Minuten,Runde,Minuten gesprochen',
    `${ann},Hauptraum,2026-01-02 10:00:00,2026-01-02 10:01:30,1.5,,0.5`,
    `${ann},"Garden, left",2026-01-02 10:01:30,2026-01-02 10:06:00,4.5,"First; Second",0.0`,
    `${ann},"Garden, left",2026-01-02 10:06:00,,4.0,Second,0.0`,
    '',
  ])
})
