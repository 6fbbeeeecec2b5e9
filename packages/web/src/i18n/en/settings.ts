// SPDX-License-Identifier: Apache-2.0
// What a person prefers: devices, picture, language, look; and the keyboard shortcuts.

export const settings = {
  'settings.title': 'Settings',
  'settings.language': 'Language',
  'settings.languageAuto': 'As the browser says',
  'settings.testingSpeaker': 'Playing…',
  'settings.testFailed': 'The sound could not be played here. Choose another speaker.',
} as const
