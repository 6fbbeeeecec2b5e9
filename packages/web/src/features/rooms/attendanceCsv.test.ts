// SPDX-License-Identifier: Apache-2.0
import type { AttendanceReport, MeetingId } from '@alcove/protocol'
import { expect, it } from 'vitest'
import { idOf, roomOf } from '../../testing/sampleView.ts'
import { toAttendanceCsv } from './attendanceCsv.ts'

it('has a line for each stay, and nothing in it that a spreadsheet would run', () => {
  const from = Date.UTC(2026, 0, 2, 10, 0, 0)
  const report: AttendanceReport = {
    meetingId: 'test' as MeetingId,
    at: from + 600_000,
    people: [
      {
        participantId: idOf('a'),
        displayName: '=HYPERLINK("http://x")',
        role: 'moderator',
        visits: [
          { roomId: roomOf('main'), from, to: from + 90_000, spokenMs: 30_000 },
          { roomId: roomOf('r1'), roomName: 'Garden, left', from: from + 90_000, spokenMs: 0 },
        ],
      },
    ],
  }
  expect(toAttendanceCsv(report).split('\r\n')).toEqual([
    '\ufeff"Name","Role","Room","From","To","Minutes","Minutes spoken"',
    `"'=HYPERLINK(""http://x"")","moderator","Main room","2026-01-02 10:00:00","2026-01-02 10:01:30","1.5","0.5"`,
    `"'=HYPERLINK(""http://x"")","moderator","Garden, left","2026-01-02 10:01:30","","8.5","0.0"`,
    '',
  ])
})
