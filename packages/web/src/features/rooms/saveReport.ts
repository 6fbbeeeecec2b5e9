// SPDX-License-Identifier: Apache-2.0
// Saves the attendance report as a file: a table, or data.
import type { AttendanceReport } from '@alcove/protocol'
import { t } from '../../i18n/texts.ts'
import { saveText } from '../../ui/saveText.ts'
import { toAttendanceCsv } from './attendanceCsv.ts'
import type { AttendanceFormat } from './roomsActions.ts'

export function saveReport(report: AttendanceReport, format: AttendanceFormat): void {
  const name = t('attendance.fileName', { meeting: report.meetingId, format })
  if (format === 'csv') saveText(name, toAttendanceCsv(report), 'text/csv')
  else saveText(name, `${JSON.stringify(report, undefined, 2)}\n`, 'application/json')
}
