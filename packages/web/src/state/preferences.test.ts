// SPDX-License-Identifier: Apache-2.0
// What was stored by another version, or by nobody, never breaks the page.
import { expect, it } from 'vitest'
import { parsePreferences } from './preferences.ts'

it('takes what it knows and leaves the rest', () => {
  expect(parsePreferences('{"language":"de","more":1}').language).toBe('de')
  expect(parsePreferences('{"theme":"dark","joinMuted":true,"speakerId":3}')).toMatchObject({
    theme: 'dark',
    joinMuted: true,
    speakerId: undefined,
    selfView: true,
    mirror: true,
  })
  for (const stored of [null, '', 'null', '[]', '7', '{"language":"xx"}'])
    expect(parsePreferences(stored).language).toBe(undefined)
})
