// SPDX-License-Identifier: Apache-2.0
// What people are told of what moderators see, and of how long it is kept.
import type { told as english } from '../en/told.ts'
import type { Translation } from '../keys.ts'

export const told: Translation<typeof english> = {
  'told.title': 'Wer hier was sieht',
  'told.see': 'Was die Moderation von jedem Raum sieht',
  'told.youSee': 'Was Sie als Moderation von jedem Raum sehen',
  'told.where': 'Wer in welchem Raum ist, wie alle im Meeting, und wohin jemand gehört.',
  'told.activity':
    'Wer spricht und wie laut es ist, wie viele Mikrofone an sind, wann zuletzt gesprochen wurde, gehobene Hände und wer um Hilfe bittet.',
  'told.counts': 'Wie viele Nachrichten in einem Raum geschrieben wurden.',
  'told.lookIn':
    'Auf Wunsch ein kleines Bild der Person, die in einem Raum spricht. Bevor es zu sehen ist, zeigt der Raum, wer hineinschaut.',
  'told.noLookIn': 'In diesem Meeting schaut niemand in Räume.',
  'told.report':
    'Einen Bericht, wer von wann bis wann wo war, wie lange gesprochen hat, womit um Hilfe bat und was durchgesagt wurde. Er lässt sich speichern.',
  'told.prepared': 'Was über Personen vorbereitet wurde, etwa eine E-Mail-Adresse oder ein Team.',
  'told.never': 'Was niemand von außerhalb eines Raums sieht oder hört',
  'told.neverHear': 'Was dort gesagt wird. Wer hineinschaut, hört nichts.',
  'told.neverRead': 'Was dort geschrieben wird. Nachrichten an eine Person liest nur diese Person.',
  'told.programsTitle': 'Was an Programme derer geht, die diesen Server betreiben',
  'told.programsChat':
    'Was an Räume und an alle geschrieben wurde, mit Namen, nachdem die letzte Person gegangen ist. Nie Nachrichten an eine Person.',
  'told.outsideTitle': 'Was vor dem Eintreten zu sehen ist',
  'told.outside.nothing': 'Nichts: weder worum es geht noch wer hier ist.',
  'told.outside.count': 'Worum es geht und wie viele Personen hier sind.',
  'told.outside.names': 'Worum es geht, wie viele Personen hier sind und die Namen derer im Hauptraum.',
  'told.keptTitle': 'Wie lange es bleibt',
  'told.kept': 'Namen, Nachrichten und der Bericht werden {{time}} nach dem Gehen der letzten Person gelöscht.',
  'told.keptNot': 'Namen, Nachrichten und der Bericht werden gelöscht, wenn die letzte Person gegangen ist.',
  'told.endKept': 'Dieses Meeting lässt sich wieder benutzen: Es für alle zu beenden löscht es nicht früher.',
  'told.endEnds':
    'Beendet die Moderation das Meeting für alle, geht es nicht mehr weiter; was geschehen ist, wird nach derselben Zeit gelöscht.',
  'told.forget':
    'Die Moderation kann eine Person auf Wunsch vergessen: Name, Adresse und alles, was sie schrieb, sind dann sofort weg.',
}
