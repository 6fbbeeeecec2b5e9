// SPDX-License-Identifier: Apache-2.0
import { RequestFailed } from '@alcove/client'
import { expect, it } from 'vitest'
import { toGroupingRefusal } from './groupingRefusal.ts'

const nameOf = (id: string) => id.toUpperCase()
const textOf = (code: RequestFailed['code'], details?: Readonly<Record<string, string | number>>) =>
  toGroupingRefusal(new RequestFailed(code, details === undefined ? {} : { details }), nameOf)

it.each([
  [
    'GROUPING_IMPOSSIBLE',
    { constraint: 'contradiction', people: 'a b' },
    'A and B are to be together and apart. Nobody was assigned.',
  ],
  [
    'GROUPING_IMPOSSIBLE',
    { constraint: 'together', people: 'a b c', needed: 3, available: 2 },
    'A, B, and C are to be together, and no room has more than 2 places. Nobody was assigned.',
  ],
  [
    'GROUPING_IMPOSSIBLE',
    { constraint: 'apart', people: 'a b c', needed: 3, available: 2 },
    'A, B, and C are all to be apart. That takes 3 rooms, and there are 2. Nobody was assigned.',
  ],
  [
    'GROUPING_IMPOSSIBLE',
    { constraint: 'combination', people: 'a b c d e f g h' },
    'Each wish about A, B, C, D, E, F, and 2 more can be met by itself, but no way was found to meet all at once. Nobody was assigned.',
  ],
  [
    'ROOM_FULL',
    { people: 5, places: 4 },
    '5 people are to be seated, and the rooms have 4 places. Nobody was assigned.',
  ],
] as const)('says of %s %j which wish cannot be met, and why', (code, details, words) => {
  expect(textOf(code, details)).toBe(words)
})

it('says of other faults what is said everywhere', () => {
  expect(textOf('PLANNER_BUSY')).toBe(toGroupingRefusal(new RequestFailed('PLANNER_BUSY'), nameOf))
  expect(textOf('ROOM_LIMIT_REACHED')).toBe('This meeting has as many rooms as it may have.')
  expect(toGroupingRefusal(new Error('other'), nameOf)).not.toContain('other')
})
