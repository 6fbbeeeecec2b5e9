// SPDX-License-Identifier: Apache-2.0
// Signs of a moment.

export const reactions = {
  'reactions.title': 'Reaktionen',
  'reactions.open': 'Reagieren',
  'reactions.close': 'Reaktionen schließen',
  'reactions.agree': 'Daumen hoch',
  'reactions.thanks': 'Danke',
  'reactions.bravo': 'Bravo',
  'reactions.laugh': 'Lachen',
  'reactions.wow': 'Toll',
  'reactions.love': 'Herz',
  'reactions.of': '{{name}}: {{reaction}}.',
  'reactions.many_one': '{{count}} Person hat reagiert.',
  'reactions.many_other': '{{count}} Personen haben reagiert.',
} as const
