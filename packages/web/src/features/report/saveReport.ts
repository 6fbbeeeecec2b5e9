// SPDX-License-Identifier: Apache-2.0
// Saves the report as a file: one part of it as a table for spreadsheets, or all of it as data.
import { type AttendanceReport, type ReportTable, writeReport } from '@alcove/protocol'
import { t } from '../../i18n/texts.ts'
import { saveText } from '../../ui/saveText.ts'
import { withShownRooms } from './withShownRooms.ts'

export type ReportFormat = 'csv' | 'json'

/** `csv`: the table of stays. */
export function saveReport(report: AttendanceReport, format: ReportFormat): void {
  if (format === 'csv') saveTable(report, 'stays')
  else saveData(report)
}

function saveData(report: AttendanceReport): void {
  const name = t('report.fileName', { meeting: report.meetingId, format: 'json' })
  saveText(name, `${JSON.stringify(report, undefined, 2)}\n`, 'application/json')
}

export function saveTable(report: AttendanceReport, table: ReportTable): void {
  const { meetingId: meeting } = report
  const name =
    table === 'stays'
      ? t('report.fileName', { meeting, format: 'csv' })
      : t('report.fileNameOfPart', { meeting, part: t(`report.${table}`) })
  saveText(name, toTable(report, table), 'text/csv')
}

function toTable(report: AttendanceReport, table: ReportTable): string {
  const words = {
    name: t('report.column.name'),
    role: t('report.column.role'),
    room: t('report.column.room'),
    rooms: t('report.column.rooms'),
    from: t('report.column.from'),
    to: t('report.column.to'),
    minutes: t('report.column.minutes'),
    round: t('report.column.round'),
    minutesSpoken: t('report.column.spoken'),
    text: t('report.column.text'),
    time: t('report.column.time'),
    asked: t('report.column.asked'),
    takenBy: t('report.column.takenBy'),
    taken: t('report.column.taken'),
    ended: t('report.column.ended'),
    outcome: t('report.column.outcome'),
    mainRoom: t('words.mainRoom'),
    roomGone: t('report.roomGone'),
    operator: t('report.operator'),
  }
  return writeReport(withShownRooms(report), words, table)
}
