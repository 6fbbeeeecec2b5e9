// SPDX-License-Identifier: Apache-2.0
// All rooms at a glance, for moderators.
import type { wall as english } from '../en/wall.ts'
import type { Translation } from '../keys.ts'

export const wall: Translation<typeof english> = {
  'wall.title': 'Auf einen Blick',
  'wall.looks': 'Sie sehen ein Gesicht aus jedem Raum, meist wer spricht. Jeder Raum zeigt, dass Sie hineinschauen.',
  'wall.noRooms': 'Noch gibt es keine anderen Räume. Fügen Sie welche in der Übersicht hinzu.',
  'wall.speakTo': 'Zu {{room}} sprechen',
  'wall.here': 'Sie sind hier',
  'wall.nobody': 'Niemand ist hier',
  'wall.notLooking': 'Sie schauen nicht hinein',
}
