// SPDX-License-Identifier: Apache-2.0
// The first page, and what is wrong with a typed meeting name.

export const welcome = {
  'welcome.title': 'Meet together. Split into rooms.',
  'welcome.lead':
    'Video meetings where going to another room feels like walking through a door, and nobody’s call drops.',
  'welcome.name': 'Meeting name',
  'welcome.suggest': 'Suggest another name',
  'welcome.go': 'Go to the meeting',
  'welcome.note': 'The same name leads everybody to the same meeting. Share the link with whom you meet.',
  'welcome.nameEmpty': 'Type a name for the meeting.',
  'welcome.nameTooLong': 'This name is too long: up to 100 characters.',
  'welcome.nameStart': 'Start the name with a letter or a digit.',
  'welcome.nameStrange':
    '“{{letter}}” cannot be in a name. Use letters, digits, spaces, hyphens, dots and underscores.',
  'welcome.nameTaken': 'The server needs this name for itself. Choose another one.',
} as const
