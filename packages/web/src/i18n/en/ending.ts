// SPDX-License-Identifier: Apache-2.0
// The question before a meeting ends for everybody.

export const ending = {
  'moderation.endTitle': 'End the meeting for everybody?',
  'moderation.endText': 'Everybody is out at once, in all rooms. To go by yourself, leave instead.',
  'moderation.endDeleted':
    'Its rooms are gone, and a new meeting can begin under the same name. The report can be saved now, and is on the page that comes after.',
  'moderation.endKept': 'The meeting is kept with its rooms and people, and goes on when somebody comes again.',
  'moderation.report': 'Report',
  'moderation.reportCsv': 'Table (CSV)',
  'moderation.reportJson': 'Data (JSON)',
  'moderation.reportNone': 'No report',
  'moderation.endWithReport': 'Download report, then end',
  'moderation.endConfirm': 'End for everybody',
  'moderation.deleteAll': 'Delete all of it at once',
  'moderation.deleteAllHint': 'Rooms, people, messages and the report are gone for good.',
  'moderation.deleteWithReport': 'Download report, then delete',
  'moderation.deleteConfirm': 'End and delete',
} as const
