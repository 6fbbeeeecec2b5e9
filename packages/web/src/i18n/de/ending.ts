// SPDX-License-Identifier: Apache-2.0
// The question before a meeting ends for everybody.
import type { ending as english } from '../en/ending.ts'
import type { Translation } from '../keys.ts'

export const ending: Translation<typeof english> = {
  'moderation.endTitle': 'Das Meeting für alle beenden?',
  'moderation.endText': 'Alle sind sofort draußen, in allen Räumen. Wenn nur Sie gehen möchten, verlassen Sie es.',
  'moderation.endDeleted':
    'Die Räume sind danach weg, und unter demselben Namen kann ein neues Meeting beginnen. Den Bericht können Sie jetzt speichern, und er steht auf der Seite, die danach kommt.',
  'moderation.endKept':
    'Das Meeting bleibt mit seinen Räumen und Personen erhalten und geht weiter, wenn wieder jemand kommt.',
  'moderation.report': 'Bericht',
  'moderation.reportCsv': 'Tabelle (CSV)',
  'moderation.reportJson': 'Daten (JSON)',
  'moderation.reportNone': 'Kein Bericht',
  'moderation.endWithReport': 'Bericht speichern, dann beenden',
  'moderation.endConfirm': 'Für alle beenden',
  'moderation.deleteAll': 'Alles sofort löschen',
  'moderation.deleteAllHint': 'Räume, Personen, Nachrichten und der Bericht sind endgültig weg.',
  'moderation.deleteWithReport': 'Bericht speichern, dann löschen',
  'moderation.deleteConfirm': 'Beenden und löschen',
}
