// SPDX-License-Identifier: Apache-2.0
// Rounds, outside their dialog.
import type { rounds as english } from '../en/rounds.ts'
import type { Translation } from '../keys.ts'

export const rounds: Translation<typeof english> = {
  'rounds.title': 'Runden',
  'rounds.numbered': 'Runde {{number}}',
  'rounds.running': 'Runde {{number}} von {{count}}: {{name}}',
  'rounds.runningPlain': 'Runde {{number}} von {{count}}',
  'rounds.undo': 'Aufteilung rückgängig',
}
