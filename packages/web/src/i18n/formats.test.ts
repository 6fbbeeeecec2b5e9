// SPDX-License-Identifier: Apache-2.0
// Dates, times and lists are written as the language that is shown writes them.
import { afterEach, expect, it } from 'vitest'
import { compareNames, formatDay, formatNames, formatTime } from './formats.ts'
import { showLanguage } from './texts.ts'

afterEach(() => showLanguage('en'))

const afternoon = new Date(2026, 2, 9, 15, 4).getTime()

it('writes them in German', async () => {
  await showLanguage('de')
  expect([formatTime(afternoon), formatDay(afternoon)]).toEqual(['15:04', '09.03.2026'])
  expect(formatNames(['Anna', 'Bernd', 'Çelik'])).toBe('Anna, Bernd und Çelik')
  expect(['Zoe', 'Örs', 'Olga'].sort(compareNames)).toEqual(['Olga', 'Örs', 'Zoe'])
})

it('writes them in English', () => {
  expect(formatDay(afternoon)).toMatch(/Mar 9, 2026|9 Mar 2026/)
  expect(formatNames(['Ann', 'Bob', 'Cem'])).toMatch(/^Ann, Bob,? and Cem$/)
})
