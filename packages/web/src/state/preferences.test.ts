// SPDX-License-Identifier: Apache-2.0
// What was stored by another version, or by nobody, never breaks the page.
import { expect, it, vi } from 'vitest'
import { changePreferences, parsePreferences, subscribeToPreferences } from './preferences.ts'

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

it('stands before an own picture only where there is one', () => {
  const ownBackground = 'data:image/jpeg;base64,AAAA'
  const parse = (stored: object) => parsePreferences(JSON.stringify({ background: 'own', ...stored }))
  expect(parse({ ownBackground })).toMatchObject({ background: 'own', ownBackground })
  for (const bad of [undefined, 7, 'https://example.org/room.jpg', `${ownBackground}${'A'.repeat(600_000)}`])
    expect(parse({ ownBackground: bad })).toMatchObject({ background: 'none', ownBackground: undefined })
})

it('tells what was chosen, also when it was chosen before', () => {
  vi.stubGlobal('addEventListener', () => {})
  vi.stubGlobal('removeEventListener', () => {})
  const told: unknown[] = []
  const stop = subscribeToPreferences((change) => told.push(change))
  for (const language of ['de', 'de', undefined] as const) changePreferences({ language })
  stop()
  vi.unstubAllGlobals()
  expect(told).toEqual([{ language: 'de' }, { language: 'de' }, { language: undefined }])
})
