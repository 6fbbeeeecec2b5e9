// SPDX-License-Identifier: Apache-2.0
// Messages: to the room, to everyone, to one person; and the file one can save.
import type { chat as english } from '../en/chat.ts'
import type { Translation } from '../keys.ts'

export const chat: Translation<typeof english> = {
  'chat.title': 'Chat',
  'chat.writeToOne': 'Einer Person schreiben',
  'chat.searchPerson': 'Nach einem Namen suchen',
  'chat.morePeople_one': '{{count}} weitere: Namen eingeben',
  'chat.morePeople_other': '{{count}} weitere: Namen eingeben',
  'chat.nobodyCalledSo': 'So heißt niemand.',
  'chat.save': 'Nachrichten als Textdatei speichern',
  'chat.fileName': '{{meeting}} Nachrichten.txt',
  'chat.toWhom': 'An wen',
  'chat.unread': 'ungelesen',
  'chat.mayNotWrite': 'Ihre Einladung erlaubt Ihnen nicht, hier zu schreiben.',
  'chat.hasLeft': '{{name}} hat das Meeting verlassen.',
  'chat.messagesOf': 'Nachrichten: {{name}}',
  'chat.loading': 'Nachrichten werden geladen…',
  'chat.messageToEveryone': 'Nachricht an alle',
  'chat.messageTo': 'Nachricht an {{name}}',
  'chat.hintRoom':
    'Nur die Personen in {{name}} lesen das. Wer später kommt, sieht nicht, was vorher geschrieben wurde.',
  'chat.hintEveryone': 'Alle im Meeting lesen das, in jedem Raum.',
  'chat.hintPerson': 'Nur Sie und {{name}} lesen das.',
  'chat.sending': 'Wird gesendet…',
  'chat.charactersLeft_one': 'noch {{count}} Zeichen',
  'chat.charactersLeft_other': 'noch {{count}} Zeichen',
  'chat.send': 'Senden',
  'chat.youCameTo': 'Sie kamen zu: {{room}}',
  'chat.somebody': 'Jemand',
  'chat.to': 'an {{name}}',
  'chat.removedRoom': 'Ein Raum, den es nicht mehr gibt',
}
