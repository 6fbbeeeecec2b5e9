// SPDX-License-Identifier: Apache-2.0
// Rounds: planning, editing, beginning them; taking a split back.

export const rounds = {
  'rounds.title': 'Runden',
  'rounds.none': 'Noch ist keine Runde geplant. In Runden treffen die Leute jedes Mal andere.',
  'rounds.running': 'Runde {{number}} von {{count}}: {{name}}',
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
  'rounds.undo': 'Verteilung zurücknehmen',
  'rounds.removedRoom': 'ein entfernter Raum',
  'rounds.whoLeft': 'jemand, der gegangen ist',
} as const
