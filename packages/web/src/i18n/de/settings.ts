// SPDX-License-Identifier: Apache-2.0
// What a person prefers: devices, picture, language, look; and the keyboard shortcuts.
import type { settings as english } from '../en/settings.ts'
import type { Translation } from '../keys.ts'

export const settings: Translation<typeof english> = {
  'settings.title': 'Einstellungen',
  'settings.language': 'Sprache',
  'settings.languageAuto': 'Wie der Browser',
  'settings.testingSpeaker': 'Ton läuft…',
  'settings.testFailed': 'Der Ton konnte hier nicht abgespielt werden. Wählen Sie einen anderen Lautsprecher.',
}
