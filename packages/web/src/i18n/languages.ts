// SPDX-License-Identifier: Apache-2.0
// The languages of the app, and which one somebody gets. Pure. A new language: a folder beside `en`, a line here and one in texts.ts.

export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

/** Each in its own words: who looks for their language reads no other. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' }

export function isLanguage(text: unknown): text is Language {
  return languages.some((language) => language === text)
}

/** The chosen one, else the first that the browser asks for and the app has. */
export function pickLanguage(chosen: Language | undefined, asked: readonly string[]): Language {
  return chosen ?? asked.map(baseOf).find(isLanguage) ?? 'en'
}

/** How dates and numbers are written: as in the person's own country, where its language is the one shown. */
export function pickLocale(language: Language, asked: readonly string[]): string {
  return asked.find((tag) => baseOf(tag) === language) ?? language
}

const rightToLeft = ['ar', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']

export function directionOf(tag: string): 'ltr' | 'rtl' {
  return rightToLeft.includes(baseOf(tag)) ? 'rtl' : 'ltr'
}

function baseOf(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? ''
}
