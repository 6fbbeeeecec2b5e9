// SPDX-License-Identifier: Apache-2.0
// Tests of the report in words.
import { type AttendanceReport, type MeetingId, operator } from '@alcove/protocol'
import { expect, it } from 'vitest'
import { formatDayTime, formatTime } from '../../i18n/formats.ts'
import { showLanguage } from '../../i18n/texts.ts'
import { idOf, roomOf } from '../../testing/sampleView.ts'
import { toReportModel } from './reportModel.ts'
import { withShownRooms } from './withShownRooms.ts'

const start = Date.UTC(2026, 0, 2, 10, 0, 0)
const minute = 60_000
const after = (minutes: number) => start + minutes * minute
const time = (minutes: number) => formatTime(after(minutes))
const [ann, bob, red, gone] = [idOf('a'), idOf('b'), roomOf('r1'), roomOf('r2')]
const round = { roundId: 1, name: 'First', groups: [{ roomId: red, participantIds: [bob] }] }
const asked = { participantId: bob, roomId: red, roomName: 'Garden', askedAt: after(2) }
const report: AttendanceReport = {
  meetingId: 'test' as MeetingId,
  at: after(20),
  people: [
    { participantId: ann, displayName: 'Ann', role: 'moderator', visits: [] },
    {
      participantId: bob,
      displayName: '',
      role: 'participant',
      visits: [
        { roomId: roomOf('main'), from: start, to: start, spokenMs: 0 },
        { roomId: gone, roomName: 'Cellar', from: start, to: after(1), spokenMs: 20_000 },
        { roomId: red, roomName: 'Garden', from: after(1), spokenMs: 10_000 },
      ],
    },
  ],
  rooms: [{ roomId: red, name: 'Garden' }],
  rounds: [
    { ...round, status: 'over', startedAt: after(1), endedAt: after(5) },
    { ...round, roundId: 2, name: 'Second', status: 'running', startedAt: after(5) },
    { ...round, roundId: 3, name: 'Third', status: 'waiting', durationMs: 15 * minute },
  ],
  announcements: [
    { id: 1, from: ann, roomIds: [roomOf('main'), gone], text: 'Five minutes', at: after(3) },
    { id: 2, from: operator, roomIds: [roomOf('never-entered')], text: 'Lunch', at: after(4) },
  ],
  help: [
    { ...asked, id: 1, status: 'waiting' },
    { ...asked, id: 2, status: 'taken', takenBy: ann, takenAt: after(4), text: 'Which question?' },
    { ...asked, id: 3, status: 'over', takenBy: ann, takenAt: after(3), endedAt: after(6), how: 'answered' },
    { ...asked, id: 4, status: 'over', endedAt: after(7), how: 'left' },
  ],
}
const model = toReportModel(report)

it('tells of each person where they were, and leaves out where they only passed through', () => {
  expect(model.people).toEqual([
    { id: ann, name: 'Ann', isModerator: true, sum: '0 s in the meeting', stays: [] },
    {
      id: bob,
      name: 'Forgotten person',
      isModerator: false,
      sum: '20 min in the meeting · spoke 30 s',
      stays: [
        { from: start, room: 'Cellar', when: `${time(0)} to ${time(1)}` },
        { from: after(1), room: 'Garden', when: `since ${time(1)}` },
      ],
    },
  ])
})

it('tells of rounds that were held, that run and that are to come', () => {
  expect(model.rounds.map(({ name, when }) => [name, when])).toEqual([
    ['First', `${time(1)} to ${time(5)}`],
    ['Second', `since ${time(5)}`],
    ['Third', 'not begun, planned for 15 min'],
  ])
  expect(model.rounds[0]?.groups).toEqual([{ roomId: red, room: 'Garden', people: 'Forgotten person' }])
})

it('tells of each request for help what came of it', () => {
  expect(model.help.map(({ who, text, outcome }) => [who, text, outcome])).toEqual([
    ['Forgotten person in Garden', undefined, 'Nobody took it · still open'],
    ['Forgotten person in Garden', 'Which question?', 'Ann took it after 2 min · still open'],
    ['Forgotten person in Garden', undefined, `Ann took it after 1 min · answered at ${time(6)}`],
    ['Forgotten person in Garden', undefined, `Nobody took it · over at ${time(7)}, when they left the room`],
  ])
})

it('tells of each announcement by whom and to which rooms, those that are gone too', () => {
  expect(model.announcements.map(({ when, who, text }) => [when, who, text])).toEqual([
    [time(3), 'Ann to Main room and Cellar', 'Five minutes'],
    [time(4), 'A program to a room that was removed', 'Lunch'],
  ])
})

it('calls rooms without a name as the page does, on the screen and in tables, and leaves the others alone', async () => {
  const renamed = JSON.parse(JSON.stringify(report).replaceAll('Garden', 'Room 7')) as AttendanceReport
  await showLanguage('de')
  try {
    expect(JSON.stringify(toReportModel(renamed))).toMatch(/Raum 7.*Cellar|Cellar.*Raum 7/)
    expect(JSON.stringify(toReportModel(renamed))).not.toContain('Room 7')
    expect(JSON.stringify(withShownRooms(renamed))).not.toContain('Room 7')
  } finally {
    await showLanguage('en')
  }
  expect(withShownRooms(report)).toEqual(report)
})

it('says the day of what was on another one, once where it begins and ends on it', () => {
  const late = { ...report, at: after(20 + 24 * 60) }
  const { people, announcements } = toReportModel(late)
  expect(people[1]?.stays[0]?.when).toBe(`${formatDayTime(start)} to ${time(1)}`)
  expect(announcements[0]?.when).toBe(formatDayTime(after(3)))
})

it('counts rounds without a name in the language of the page', async () => {
  await showLanguage('de')
  const unnamed = { ...report, rounds: [{ ...round, name: 'Round 12', status: 'waiting' as const }] }
  expect(toReportModel(unnamed).rounds[0]?.name).toBe('Runde 12')
  await showLanguage('en')
})
