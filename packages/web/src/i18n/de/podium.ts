// SPDX-License-Identifier: Apache-2.0
// Zu Räumen sprechen, wo immer man ist.
import type { podium as english } from '../en/podium.ts'
import type { Translation } from '../keys.ts'

export const podium: Translation<typeof english> = {
  'podium.speakToRooms': 'Zu Räumen sprechen',
  'podium.change': 'Andere Räume…',
  'podium.end': 'Aufhören',
  'podium.endMenu': 'Sprechen zu Räumen beenden',
  'podium.stop': 'Beenden',
  'podium.endOf': 'Beenden: {{name}} spricht zu Räumen',
  'podium.liveAll': 'Sie sprechen zu allen Räumen',
  'podium.live': 'Sie sprechen zu {{rooms}}',
  'podium.muted': 'Ihr Mikrofon ist aus.',
  'podium.speaks': '{{name}} spricht zu diesem Raum',
  'podium.takenOff': '{{name}} hat Ihr Sprechen zu Räumen beendet',
  'podium.mark': 'spricht zu Räumen',
}
