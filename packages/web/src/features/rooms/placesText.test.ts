// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { placesText } from './placesText.ts'

it('counts everybody, and of limited places those that are taken: moderators take none', () => {
  const people = [{ isModerator: true }, { isModerator: false }]
  expect(placesText({ people, capacity: undefined })).toBe('2')
  expect(placesText({ people, capacity: 1 })).toBe('1 of 1')
})
