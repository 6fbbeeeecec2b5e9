// SPDX-License-Identifier: Apache-2.0
// The attendance report as a table for spreadsheets: one line for each stay of each person.
import type { AttendanceReport } from '@alcove/protocol'
import { t } from '../../i18n/texts.ts'

const columns = ['name', 'role', 'room', 'from', 'to', 'minutes', 'spoken'] as const

export function toAttendanceCsv({ people, at }: AttendanceReport): string {
  const rows = people.flatMap(({ displayName, role, visits }) =>
    visits.map(({ roomName, from, to, spokenMs }) => [
      displayName,
      role,
      roomName ?? t('words.mainRoom'),
      timeOf(from),
      to === undefined ? '' : timeOf(to),
      (((to ?? at) - from) / 60_000).toFixed(1),
      (spokenMs / 60_000).toFixed(1),
    ]),
  )
  const lines = [columns.map((column) => t(`attendance.column.${column}`)), ...rows].map((cells) =>
    cells.map(toCell).join(','),
  )
  // The mark at the beginning tells spreadsheets that letters are UTF-8.
  return `\ufeff${lines.join('\r\n')}\r\n`
}

/** By universal time, in the form that spreadsheets take for a time. */
function timeOf(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ')
}

/** People choose their names: what a spreadsheet would run as a formula must stay text. */
function toCell(text: string): string {
  const harmless = /^[\s]*[=+\-@|%]/.test(text) ? `'${text}` : text
  return `"${harmless.replaceAll('"', '""')}"`
}
