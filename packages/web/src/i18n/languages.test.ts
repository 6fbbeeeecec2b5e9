// SPDX-License-Identifier: Apache-2.0
// Who gets which language and which way of writing dates.
import { expect, it } from 'vitest'
import { directionOf, pickLanguage, pickLocale } from './languages.ts'

it('takes the chosen language, else the first that the browser asks for, else English', () => {
  expect(pickLanguage('de', ['en-GB'])).toBe('de')
  expect(pickLanguage(undefined, ['fr', 'de-AT', 'en'])).toBe('de')
  expect(pickLanguage(undefined, ['fr'])).toBe('en')
})

it('writes dates as in the country of the person, where its language is shown', () => {
  expect(pickLocale('en', ['de-AT', 'en-GB'])).toBe('en-GB')
  expect(pickLocale('de', ['en-US'])).toBe('de')
})

it('knows which languages run from right to left', () => {
  expect(['en', 'de-AT', 'ar-EG', 'he'].map(directionOf)).toEqual(['ltr', 'ltr', 'rtl', 'rtl'])
})
