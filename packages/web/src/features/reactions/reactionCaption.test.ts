// SPDX-License-Identifier: Apache-2.0
// What screen readers are told of reactions: names while there are few, a number else, and nobody twice.
import { expect, it } from 'vitest'
import { toReactionCaption } from './reactionCaption.ts'

it('names a few, each person once with the newest, and counts many', () => {
  expect(toReactionCaption([])).toBeUndefined()
  expect(toReactionCaption([{ name: 'Ann', reaction: 'bravo' }])).toBe('Ann: Bravo.')
  expect(
    toReactionCaption([
      { name: 'Ann', reaction: 'bravo' },
      { name: 'Bob', reaction: 'agree' },
      { name: 'Ann', reaction: 'love' },
    ]),
  ).toBe('Ann: Heart. Bob: Thumbs up.')
  expect(toReactionCaption(['a', 'b', 'c', 'd'].map((name) => ({ name, reaction: 'wow' as const })))).toBe(
    '4 people reacted.',
  )
})
