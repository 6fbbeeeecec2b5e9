// SPDX-License-Identifier: Apache-2.0
// Words that every feature uses.
import type { words as english } from '../en/words.ts'
import type { Translation } from '../keys.ts'

export const words: Translation<typeof english> = {
  'words.cancel': 'Abbrechen',
  'words.notYet': 'Noch nicht',
  'words.notNow': 'Jetzt nicht',
  'words.close': 'Schließen',
  'words.dismiss': 'Ausblenden',
  'words.chosen': 'gewählt',
  'words.mainRoom': 'Hauptraum',
  'words.everyone': 'Alle',
  'words.you': 'Sie',
  'words.guest': 'Gast',
  'words.people_one': '{{count}} Person',
  'words.people_other': '{{count}} Personen',
  'words.room': 'Raum',
  'words.when': 'Wann',
  'words.microphone': 'Mikrofon',
  'words.camera': 'Kamera',
}
