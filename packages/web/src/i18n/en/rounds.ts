// SPDX-License-Identifier: Apache-2.0
// Rounds, outside their dialog.

export const rounds = {
  'rounds.title': 'Rounds',
  'rounds.numbered': 'Round {{number}}',
  'rounds.running': 'Round {{number}} of {{count}}: {{name}}',
  'rounds.runningPlain': 'Round {{number}} of {{count}}',
  'rounds.undo': 'Undo split',
} as const
