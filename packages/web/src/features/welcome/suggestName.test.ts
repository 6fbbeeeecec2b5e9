// SPDX-License-Identifier: Apache-2.0
// Suggested names are valid meeting names, and titles read as titles.
import { parseMeetingName } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { suggestMeetingName, toMeetingTitle } from './suggestName.ts'

describe('suggestMeetingName', () => {
  it('gives valid names at every end of chance', () => {
    for (const chance of [0, 0.31, 0.5, 0.999_999]) {
      const name = suggestMeetingName(() => chance)
      expect(parseMeetingName(name)).toBe(name)
      expect(name.split('-')).toHaveLength(3)
    }
  })
})

describe('toMeetingTitle', () => {
  it.each([
    ['design-workshop', 'Design workshop'],
    ['übung_3', 'Übung 3'],
    ['a', 'A'],
  ])('shows %s as %s', (name, title) => {
    expect(toMeetingTitle(name)).toBe(title)
  })
})
