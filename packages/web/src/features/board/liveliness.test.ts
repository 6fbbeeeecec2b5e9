// SPDX-License-Identifier: Apache-2.0
// The bar is full while somebody speaks and empties over five minutes.
import { expect, it } from 'vitest'
import type { RoomSeeing } from '../seeing/seeingModel.ts'
import { toLiveliness } from './liveliness.ts'

const seeing: RoomSeeing = {
  peopleCount: 3,
  microphonesOn: 0,
  isSpeaking: false,
  level: 0,
  spokeAt: undefined,
  togetherSince: 0,
  isExpected: true,
  lookIn: { status: 'off' },
  otherLookers: [],
}
const minute = 60_000

it('falls from full to empty', () => {
  expect(toLiveliness({ ...seeing, isSpeaking: true }, 9 * minute)).toBe(1)
  expect(toLiveliness({ ...seeing, spokeAt: 9 * minute }, 9 * minute)).toBe(1)
  expect(toLiveliness({ ...seeing, spokeAt: 0 }, minute)).toBeCloseTo(0.8)
  expect(toLiveliness({ ...seeing, spokeAt: 0 }, 9 * minute)).toBe(0)
  expect(toLiveliness(seeing, 9 * minute)).toBe(0)
})
