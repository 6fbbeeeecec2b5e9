// SPDX-License-Identifier: Apache-2.0
// The dialog of rounds: planning, editing, beginning them.

export const roundsDialog = {
  'rounds.none': 'No round is planned. In rounds people meet others each time.',
  'rounds.status.waiting': 'planned',
  'rounds.status.running': 'running',
  'rounds.status.over': 'over',
  'rounds.minutes_one': '{{count}} minute',
  'rounds.minutes_other': '{{count}} minutes',
  'rounds.earlier': 'Move {{name}} up',
  'rounds.later': 'Move {{name}} down',
  'rounds.remove': 'Remove {{name}}',
  'rounds.movePerson': 'Whom to move in {{name}}',
  'rounds.moveTo': 'Where to in {{name}}',
  'rounds.who': 'Move somebody',
  'rounds.where': 'to a room',
  'rounds.howMany': 'How many rounds',
  'rounds.size': 'People in a room',
  'rounds.plan': 'Plan rounds',
  'rounds.planAnew': 'Plan anew',
  'rounds.next': 'Begin next round',
  'rounds.close': 'Close',
  'rounds.removedRoom': 'a room that was removed',
} as const
