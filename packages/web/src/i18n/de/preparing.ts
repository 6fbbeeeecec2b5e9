// SPDX-License-Identifier: Apache-2.0
// Preparing a meeting before it begins.
import type { preparing as english } from '../en/preparing.ts'
import type { Translation } from '../keys.ts'

export const preparing: Translation<typeof english> = {
  'prepare.title': 'Das Meeting vorbereiten',
  'prepare.text':
    'Legen Sie jetzt Räume an, tragen Sie Personen ein, planen Sie Runden, und gehen Sie. Mit einem Moderationslink bleibt alles, bis Sie wiederkommen.',
  'prepare.noLink':
    'Ohne ihn moderiert, wer zuerst kommt, und das Vorbereitete wird einige Zeit nach Ihrem Gehen gelöscht.',
  'prepare.hasLink': 'Es gibt einen. Er lässt sich nicht wieder zeigen; ein neuer löst ihn ab.',
  'prepare.makeNewLink': 'Neuen Link erzeugen und kopieren',
  'prepare.before': 'Wer vor der Moderation kommt',
  'prepare.beforeLabel': 'Solange niemand moderiert, kommen Personen',
  'prepare.wait': 'in die Lobby',
  'prepare.join': 'herein',
  'prepare.beforeNeedsLink': 'Das wählen Sie, sobald es einen Moderationslink gibt.',
  'prepare.lobbyHint': 'Auch später, bis die Moderation sie einlässt',
  'prepare.prepared': 'Was vorbereitet ist',
  'prepare.rooms_one': '{{count}} Raum',
  'prepare.rooms_other': '{{count}} Räume',
  'prepare.people_one': '{{count}} Person erwartet',
  'prepare.people_other': '{{count}} Personen erwartet',
  'prepare.rounds_one': '{{count}} Runde',
  'prepare.rounds_other': '{{count}} Runden',
  'prepare.openTemplates': 'Eine Vorlage verwenden',
  'prepare.openPeople': 'Personen eintragen',
  'prepare.openRounds': 'Runden planen',
  'prepare.keptTitle': 'Wie lange es bleibt',
  'prepare.keptLabel': 'Nach dem Gehen der letzten Person',
  'prepare.keptLongest': '{{time}}, wie dieser Server eingestellt ist',
  'prepare.keptText':
    'Danach sind Räume, Personen, Nachrichten und der Bericht endgültig gelöscht. Eine kürzere Zeit gilt sofort, auch für das, was schon da ist.',
  'prepare.keptNot': 'Wird gelöscht, wenn die letzte Person geht: Dieser Server behält nichts.',
}
