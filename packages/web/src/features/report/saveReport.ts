// SPDX-License-Identifier: Apache-2.0
// Saves the report as a file: a table for spreadsheets, with a line for each stay of each person, or all of it as data.
import { type AttendanceReport, writeReport } from '@alcove/protocol'
import { t } from '../../i18n/texts.ts'
import { saveText } from '../../ui/saveText.ts'

export type ReportFormat = 'csv' | 'json'

export function saveReport(report: AttendanceReport, format: ReportFormat): void {
  const name = t('report.fileName', { meeting: report.meetingId, format })
  if (format === 'csv') saveText(name, toReportTable(report), 'text/csv')
  else saveText(name, `${JSON.stringify(report, undefined, 2)}\n`, 'application/json')
}

function toReportTable(report: AttendanceReport): string {
  const table = writeReport(report, {
    name: t('report.column.name'),
    role: t('report.column.role'),
    room: t('report.column.room'),
    from: t('report.column.from'),
    to: t('report.column.to'),
    minutes: t('report.column.minutes'),
    round: t('report.column.round'),
    minutesSpoken: t('report.column.spoken'),
    mainRoom: t('words.mainRoom'),
  })
  // The mark at the beginning tells spreadsheets that letters are UTF-8.
  return `\ufeff${table}`
}
