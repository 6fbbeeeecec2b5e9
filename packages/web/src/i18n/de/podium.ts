// SPDX-License-Identifier: Apache-2.0
// Zu Räumen sprechen, wo immer man ist.
import type { podium as english } from '../en/podium.ts'
import type { Translation } from '../keys.ts'

export const podium: Translation<typeof english> = {
  'podium.speakToRooms': 'Zu Räumen sprechen',
  'podium.title': 'Zu Räumen sprechen',
  'podium.text':
    'Sie bleiben, wo Sie sind. Wer in den Räumen ist, hört und sieht Sie und die anderen dort; Sie hören sie nicht.',
  'podium.which': 'Welche Räume',
  'podium.all': 'Alle Räume',
  'podium.allHint': 'Auch Räume, die Sie später anlegen',
  'podium.some': 'Einige Räume',
  'podium.someHint': 'Sie wählen welche',
  'podium.start': 'Sprechen',
  'podium.change': 'Andere Räume…',
  'podium.end': 'Aufhören',
  'podium.endMenu': 'Sprechen zu Räumen beenden',
  'podium.stop': 'Beenden',
  'podium.endOf': 'Beenden: {{name}} spricht zu Räumen',
  'podium.liveAll': 'Sie sprechen zu allen Räumen',
  'podium.live': 'Sie sprechen zu {{rooms}}',
  'podium.muted': 'Ihr Mikrofon ist aus.',
  'podium.speaks': '{{name}} spricht zu diesem Raum',
  'podium.mark': 'spricht zu Räumen',
}
