// SPDX-License-Identifier: Apache-2.0
// Smaller dialogs of the rooms pane.
import type { dialogs as english } from '../en/dialogs.ts'
import type { Translation } from '../keys.ts'

export const dialogs: Translation<typeof english> = {
  'moderation.removeTitle': '{{name}} aus dem Meeting entfernen?',
  'moderation.remove': 'Entfernen',
  'moderation.removeText': 'Die Person ist sofort draußen, in welchem Raum sie auch ist.',
  'moderation.bar': 'Nicht wieder hereinlassen',
  'moderation.barHint':
    'Ihr Platz in diesem Meeting ist geschlossen. Wer neu kommt, in einem anderen Browser oder unter anderem Namen, wird nicht erkannt.',
  'door.limitTitle': 'Wie viele Personen hier sein dürfen',
  'door.limitText':
    'Sind so viele im Meeting, warten andere draußen, bis jemand gegangen ist. Niemand muss gehen, und die Moderation kann immer zurückkommen.',
  'door.limitLabel': 'Höchstens zugleich',
  'door.noLimit': 'Keine Grenze',
  'door.setLimit': 'Grenze setzen',
  'podium.title': 'Zu Räumen sprechen',
  'podium.text':
    'Sie bleiben, wo Sie sind. Wer in den Räumen ist, hört und sieht Sie und die anderen dort; Sie hören sie nicht.',
  'podium.which': 'Welche Räume',
  'podium.all': 'Alle Räume',
  'podium.allHint': 'Auch Räume, die Sie später anlegen',
  'podium.some': 'Einige Räume',
  'podium.someHint': 'Sie wählen welche',
  'podium.start': 'Sprechen',
  'announce.title': 'Durchsage an Räume',
  'announce.text': 'Durchsage',
  'announce.allRooms': 'Alle Räume',
  'announce.allRoomsHint': 'Auch der Hauptraum',
  'announce.someRooms': 'Diese Räume',
  'announce.to': 'An',
  'announce.send': 'Durchsagen',
  'door.passwordDigits_one': 'Es ist {{count}} Ziffer.',
  'door.passwordDigits_other': 'Es hat {{count}} Ziffern.',
  'rooms.renameTitle': 'Raum umbenennen',
  'rooms.renameConfirm': 'Umbenennen',
  'rooms.removeTitle': '{{name}} entfernen?',
  'rooms.removeText_one': '{{count}} Person ist darin. Sie kommt zuerst in den Hauptraum zurück.',
  'rooms.removeText_other': '{{count}} Personen sind darin. Alle kommen zuerst in den Hauptraum zurück.',
}
