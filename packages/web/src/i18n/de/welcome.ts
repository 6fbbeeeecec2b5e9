// SPDX-License-Identifier: Apache-2.0
// The first page, and what is wrong with a typed meeting name.
import type { welcome as english } from '../en/welcome.ts'
import type { Translation } from '../keys.ts'

export const welcome: Translation<typeof english> = {
  'welcome.title': 'Gemeinsam beginnen. In Räumen weiterreden.',
  'welcome.lead':
    'Videomeetings, in denen man in einen anderen Raum geht wie durch eine Tür – und niemandes Verbindung abreißt.',
  'welcome.name': 'Name des Meetings',
  'welcome.suggest': 'Anderen Namen vorschlagen',
  'welcome.go': 'Zum Meeting',
  'welcome.note': 'Derselbe Name führt alle ins selbe Meeting. Schicken Sie den Link denen, die Sie treffen.',
  'welcome.nameEmpty': 'Geben Sie dem Meeting einen Namen.',
  'welcome.nameTooLong': 'Dieser Name ist zu lang: höchstens 100 Zeichen.',
  'welcome.nameStart': 'Beginnen Sie den Namen mit einem Buchstaben oder einer Ziffer.',
  'welcome.nameStrange':
    '„{{letter}}“ geht in einem Namen nicht. Möglich sind Buchstaben, Ziffern, Leerzeichen, Bindestriche, Punkte und Unterstriche.',
  'welcome.nameTaken': 'Diesen Namen braucht der Server selbst. Wählen Sie einen anderen.',
}
