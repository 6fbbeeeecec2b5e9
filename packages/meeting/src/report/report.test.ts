// SPDX-License-Identifier: Apache-2.0
// Tests of the attendance report (SPEC AT).
import { operator, writeReport } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import {
  ann,
  ask,
  blue,
  bob,
  cat,
  create,
  given,
  green,
  join,
  lose,
  main,
  red,
  resume,
  start,
} from '../testing/index.ts'
import { readKeptReport, readReport } from './report.ts'

const at = start + 100
const split = given(join(ann), join(bob), create(ann, red, 'Garden')).and(
  ask(ann, { type: 'MoveParticipant', participantId: bob, toRoomId: red }, { at: start + 10 }),
  lose(bob, start + 12),
  resume(bob, start + 15),
)

const otherWords = {
  rooms: 'Räume',
  text: 'Text',
  time: 'Zeit',
  asked: 'Gebeten',
  takenBy: 'Übernommen von',
  taken: 'Übernommen',
  ended: 'Beendet',
  outcome: 'Ausgang',
  roomGone: 'entfernt',
  operator: 'Programm',
}

function visitsOfBob(meeting: typeof split) {
  const read = readReport(meeting.state, ann, at)
  return read.ok ? read.report.people.find(({ participantId }) => participantId === bob)?.visits : read
}

describe('the attendance report', () => {
  it('[AT1] lists everybody in the order of joining, with where they were from when to when', () => {
    const left = split.and(join(cat), ask(bob, { type: 'LeaveMeeting' }, { at: start + 40 }))
    const read = readReport(left.state, ann, at)
    expect(read).toMatchObject({ ok: true, report: { meetingId: 'weekly', at } })
    expect(read.ok && read.report.people).toEqual([
      { participantId: ann, displayName: ann, role: 'moderator', visits: [{ roomId: main, from: start, spokenMs: 0 }] },
      {
        participantId: bob,
        displayName: bob,
        role: 'participant',
        visits: [
          { roomId: main, from: start, to: start + 10, spokenMs: 0 },
          { roomId: red, roomName: 'Garden', from: start + 10, to: start + 40, spokenMs: 0 },
        ],
      },
      {
        participantId: cat,
        displayName: cat,
        role: 'participant',
        visits: [{ roomId: main, from: start, spokenMs: 0 }],
      },
    ])
  })

  it('[AT2] is for moderators who are present, and for the operator', () => {
    expect(readReport(split.state, operator, at)).toEqual(readReport(split.state, ann, at))
    expect(readReport(split.state, bob, at)).toMatchObject({ ok: false, error: { code: 'PERMISSION_DENIED' } })
    expect(readReport(split.and(lose(ann)).state, ann, at)).toMatchObject({ ok: false, error: { code: 'NOT_JOINED' } })
    expect(readReport({ status: 'new' }, ann, at)).toMatchObject({ ok: false, error: { code: 'MEETING_UNKNOWN' } })
  })

  it('[AT3] calls a room by its name of today, one that was removed by the last that the visitor knew', () => {
    const renamed = split.and(ask(ann, { type: 'ChangeRoom', roomId: red, name: 'Kitchen', change: {} }))
    expect(visitsOfBob(renamed)).toMatchObject([{ roomId: main }, { roomName: 'Kitchen' }])
    const removed = renamed.and(ask(ann, { type: 'RemoveRoom', roomId: red }, { at: start + 50 }))
    expect(visitsOfBob(removed)).toMatchObject([{}, { roomName: 'Kitchen', to: start + 50 }, { roomId: main }])
  })

  it('[AT4] stays as it was at the end of the meeting', () => {
    const { state } = split.and(ask(ann, { type: 'EndMeeting' }, { at: start + 40 }))
    if (state.status !== 'ended' || !state.kept) throw new Error('nothing is kept')
    const report = readKeptReport(state.kept)
    expect(report).toMatchObject({ meetingId: 'weekly', at: start + 40 })
    expect(report.people.map(({ visits }) => visits.at(-1)?.to)).toEqual([start + 40, start + 40])
  })

  it('[AT5] has the groups of a round as the rooms stand, those of rooms that are gone last', () => {
    const groups = [green, blue, red].map((roomId) => ({ roomId, participantIds: [] }))
    const held = split.and(
      create(ann, blue),
      create(ann, green),
      ask(ann, { type: 'AddRound', groups }),
      ask(ann, { type: 'StartNextRound', inMs: 0 }),
      ask(ann, { type: 'AddRound', groups: [] }),
      ask(ann, { type: 'StartNextRound', inMs: 0 }),
    )
    const roomsOf = (meeting: typeof held) => {
      const read = readReport(meeting.state, ann, at)
      return read.ok && read.report.rounds[0]?.groups.map(({ roomId }) => roomId)
    }
    expect(roomsOf(held)).toEqual([red, blue, green])
    expect(roomsOf(held.and(ask(ann, { type: 'RemoveRoom', roomId: red })))).toEqual([blue, green, red])
    const placed = held.and(ask(ann, { type: 'PlaceRoom', roomId: green, before: red }))
    expect(roomsOf(placed)).toEqual([green, red, blue])
  })

  it('[AT5] tells of rooms, rounds, announcements, and of requests for help who took them and how they ended', () => {
    const groups = [{ roomId: red, participantIds: [bob] }]
    const held = split.and(
      ask(ann, { type: 'AddRound', name: 'First', groups, durationMs: 60_000 }),
      ask(ann, { type: 'AddRound', groups: [] }),
      ask(ann, { type: 'StartNextRound', inMs: 0 }, { at: start + 20 }),
      ask(ann, { type: 'Announce', to: [red], text: 'Five minutes' }, { at: start + 30 }),
      ask(bob, { type: 'AskForHelp', text: 'Which question?' }, { at: start + 31 }),
      ask(ann, { type: 'TakeHelp', requestId: 1, enter: true }, { at: start + 40 }),
      ask(ann, { type: 'AnswerHelp', requestId: 1 }, { at: start + 50 }),
      ask(bob, { type: 'AskForHelp' }, { at: start + 60 }),
    )
    const read = readReport(held.state, ann, at)
    expect(read.ok && read.report).toMatchObject({
      rooms: [{ roomId: red, name: 'Garden' }],
      rounds: [
        { name: 'First', groups, durationMs: 60_000, status: 'running', startedAt: start + 20 },
        { name: 'Round 2', groups: [], status: 'waiting' },
      ],
      announcements: [{ from: ann, roomIds: [red], text: 'Five minutes', at: start + 30 }],
      help: [
        {
          participantId: bob,
          roomId: red,
          roomName: 'Garden',
          text: 'Which question?',
          askedAt: start + 31,
          status: 'over',
          takenBy: ann,
          takenAt: start + 40,
          endedAt: start + 50,
          how: 'answered',
        },
        { participantId: bob, askedAt: start + 60, status: 'waiting' },
      ],
    })
    const { state } = held.and(ask(ann, { type: 'EndMeeting' }, { at: start + 70 }))
    if (state.status !== 'ended' || !state.kept) throw new Error('nothing is kept')
    const { rounds, help } = readKeptReport(state.kept)
    expect([rounds[0]?.endedAt, help[1]?.how]).toEqual([start + 70, 'left'])
  })

  it('[AT6] is a table with a line for each stay and its rounds, in the words of whoever saves it', () => {
    const groups = [{ roomId: red, participantIds: [bob] }]
    const held = split.and(
      ask(ann, { type: 'AddRound', name: 'First', groups }),
      ask(ann, { type: 'StartNextRound', inMs: 0 }, { at: start + 20 }),
    )
    const read = readReport(held.state, ann, at)
    if (!read.ok) throw new Error(read.error.code)
    const columns = { name: 'Wer', role: 'Rolle', room: 'Raum', from: 'Von', to: 'Bis', minutes: 'Minuten' }
    const words = { ...otherWords, ...columns, round: 'Runde', minutesSpoken: 'Gesprochen', mainRoom: 'Hauptraum' }
    const [head, ...lines] = writeReport(read.report, words).trimEnd().split('\r\n')
    expect(head).toBe('Wer,Rolle,Raum,Von,Bis,Minuten,Runde,Gesprochen')
    expect(lines.map((line) => line.split(',').filter((_, column) => [0, 2, 6].includes(column)))).toEqual([
      [ann, 'Hauptraum', ''],
      [bob, 'Hauptraum', ''],
      [bob, 'Garden', 'First'],
    ])
    const [, ...rounds] = writeReport(read.report, words, 'rounds').trimEnd().split('\r\n')
    expect(rounds.map((line) => line.split(',').filter((_, column) => column > 2))).toEqual([['Garden', bob]])
  })
})
