// SPDX-License-Identifier: Apache-2.0
// Words that every feature uses.

export const words = {
  'words.cancel': 'Cancel',
  'words.notYet': 'Not yet',
  'words.notNow': 'Not now',
  'words.close': 'Close',
  'words.dismiss': 'Dismiss',
  'words.chosen': 'chosen',
  'words.mainRoom': 'Main room',
  'words.everyone': 'Everyone',
  'words.you': 'You',
  'words.guest': 'Guest',
  'words.people_one': '{{count}} person',
  'words.people_other': '{{count}} people',
  'words.room': 'Room',
  'words.when': 'When',
  'words.microphone': 'Microphone',
  'words.camera': 'Camera',
} as const
