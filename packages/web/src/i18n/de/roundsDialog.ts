// SPDX-License-Identifier: Apache-2.0
// The dialog of rounds: planning, editing, beginning them.
import type { roundsDialog as english } from '../en/roundsDialog.ts'
import type { Translation } from '../keys.ts'

export const roundsDialog: Translation<typeof english> = {
  'rounds.none': 'Noch ist keine Runde geplant. In Runden treffen die Leute jedes Mal andere.',
  'rounds.status.waiting': 'geplant',
  'rounds.status.running': 'läuft',
  'rounds.status.over': 'vorbei',
  'rounds.minutes_one': '{{count}} Minute',
  'rounds.minutes_other': '{{count}} Minuten',
  'rounds.earlier': '{{name}} nach oben',
  'rounds.later': '{{name}} nach unten',
  'rounds.remove': '{{name}} entfernen',
  'rounds.movePerson': 'Wer in {{name}} wechselt',
  'rounds.moveTo': 'Wohin in {{name}}',
  'rounds.who': 'Jemanden',
  'rounds.where': 'in einen Raum',
  'rounds.howMany': 'Wie viele Runden',
  'rounds.size': 'Leute je Raum',
  'rounds.plan': 'Runden planen',
  'rounds.planAnew': 'Neu planen',
  'rounds.next': 'Nächste Runde beginnen',
  'rounds.close': 'Schließen',
  'rounds.removedRoom': 'ein entfernter Raum',
}
