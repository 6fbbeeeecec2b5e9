// SPDX-License-Identifier: Apache-2.0
// Tests of the report as a table.
import { describe, expect, it } from 'vitest'
import type { MeetingId, ParticipantId, RoomId } from '../ids.ts'
import type { AttendanceReport } from '../report.ts'
import { type ReportTable, writeReport } from './reportCsv.ts'

const words = {
  name: 'Name',
  role: 'Rolle',
  room: 'Raum',
  from: 'Von',
  to: 'Bis',
  minutes: 'Minuten',
  round: 'Runde',
  minutesSpoken: 'Minuten gesprochen',
  rooms: 'Räume',
  text: 'Text',
  time: 'Zeit',
  asked: 'Gebeten',
  takenBy: 'Übernommen von',
  taken: 'Übernommen',
  ended: 'Beendet',
  outcome: 'Ausgang',
  mainRoom: 'Hauptraum',
  roomGone: 'entfernt',
  operator: 'Programm',
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

describe('the other parts', () => {
  const [bob, red, cellar] = ['b' as ParticipantId, 'r1' as RoomId, 'r2' as RoomId]
  const asked = { participantId: bob, roomId: cellar, roomName: 'Cellar', askedAt: from }
  const taken = { takenBy: bob, takenAt: from + minute, endedAt: from + 2 * minute }
  const rest: AttendanceReport = {
    ...report,
    people: [{ participantId: bob, displayName: 'Bob', role: 'participant', visits: [] }],
    rooms: [{ roomId: red, name: 'Garden' }],
    rounds: [
      {
        ...round,
        roundId: 1,
        name: 'First',
        startedAt: from,
        endedAt: from + minute,
        groups: [
          { roomId: red, participantIds: [bob, 'gone' as ParticipantId] },
          { roomId: cellar, participantIds: [] },
        ],
      },
    ],
    announcements: [
      { id: 1, from: bob, roomIds: ['main' as RoomId, red], text: '=1+1', at: from },
      { id: 2, from: 'operator', roomIds: ['never' as RoomId], text: 'Lunch', at: from + minute },
    ],
    help: [
      { ...asked, id: 1, status: 'waiting' },
      { ...asked, ...taken, id: 2, status: 'over', text: 'Which?', how: 'answered' },
    ],
  }
  const linesOf = (table: ReportTable) => writeReport(rest, words, table).trimEnd().split('\r\n')

  it('have a line for each person of each room of a round, and one for a room in which nobody was', () => {
    const first = 'First,2026-01-02 10:00:00,2026-01-02 10:01:00'
    expect(linesOf('rounds')).toEqual([
      'Runde,Von,Bis,Raum,Name',
      `${first},Garden,Bob`,
      `${first},Garden,`,
      `${first},Cellar,`,
    ])
  })

  it('have a line for each request for help and for each announcement', () => {
    expect(linesOf('help')).toEqual([
      'Name,Raum,Text,Gebeten,Übernommen von,Übernommen,Beendet,Ausgang',
      'Bob,Cellar,,2026-01-02 10:00:00,,,,',
      'Bob,Cellar,Which?,2026-01-02 10:00:00,Bob,2026-01-02 10:01:00,2026-01-02 10:02:00,answered',
    ])
    expect(linesOf('announcements')).toEqual([
      'Zeit,Name,Räume,Text',
      `2026-01-02 10:00:00,Bob,"Hauptraum; Garden","'=1+1"`,
      '2026-01-02 10:01:00,Programm,entfernt,Lunch',
    ])
  })
})
