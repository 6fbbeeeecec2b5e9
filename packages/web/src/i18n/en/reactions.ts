// SPDX-License-Identifier: Apache-2.0
// Signs of a moment.

export const reactions = {
  'reactions.title': 'Reactions',
  'reactions.open': 'React',
  'reactions.close': 'Close the reactions',
  'reactions.agree': 'Thumbs up',
  'reactions.thanks': 'Thank you',
  'reactions.bravo': 'Bravo',
  'reactions.laugh': 'Laughing',
  'reactions.wow': 'Wow',
  'reactions.love': 'Heart',
  'reactions.of': '{{name}}: {{reaction}}.',
  'reactions.many_one': '{{count}} person reacted.',
  'reactions.many_other': '{{count}} people reacted.',
} as const
