// SPDX-License-Identifier: Apache-2.0
// Preparing a meeting before it begins.

export const preparing = {
  'prepare.title': 'Prepare the meeting',
  'prepare.text':
    'Make rooms, add people and plan rounds now, then leave. With a moderator link all of it stays until you come back.',
  'prepare.noLink':
    'Without one, whoever comes first is moderator, and what you prepared is deleted some time after you leave.',
  'prepare.hasLink': 'There is one. It cannot be shown again; a new one ends it.',
  'prepare.makeNewLink': 'Make and copy a new link',
  'prepare.before': 'Who comes before a moderator',
  'prepare.beforeLabel': 'Until a moderator is there, people',
  'prepare.wait': 'wait in the lobby',
  'prepare.join': 'come in',
  'prepare.beforeNeedsLink': 'You choose this once there is a moderator link.',
  'prepare.lobbyHint': 'Also later, until a moderator lets them in',
  'prepare.prepared': 'What is prepared',
  'prepare.rooms_one': '{{count}} room',
  'prepare.rooms_other': '{{count}} rooms',
  'prepare.people_one': '{{count}} person expected',
  'prepare.people_other': '{{count}} people expected',
  'prepare.rounds_one': '{{count}} round',
  'prepare.rounds_other': '{{count}} rounds',
  'prepare.openTemplates': 'Use a template',
  'prepare.openPeople': 'Add people',
  'prepare.openRounds': 'Plan rounds',
  'prepare.keptTitle': 'How long it is kept',
  'prepare.keptLabel': 'After the last person has left',
  'prepare.keptLongest': '{{time}}, as this server is set',
  'prepare.keptText':
    'Then rooms, people, messages and the report are deleted for good. A shorter time counts at once, also for what is here already.',
  'prepare.keptNot': 'Deleted when the last person leaves: this server keeps nothing.',
} as const
