// SPDX-License-Identifier: Apache-2.0
// The one way to a text: `t('chat.send')`. Owns the language in use and loads its catalogue, and only that one. Views need not ask for the
// language: the whole page is rendered anew when it changes.
import { createInstance } from 'i18next'
import { useSyncExternalStore } from 'react'
import type { TextKey, TextValues } from './keys.ts'
import { directionOf, type Language, pickLocale } from './languages.ts'

type Catalogue = Readonly<Record<TextKey | string, string>>

const catalogues: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: async () => (await import('./en.ts')).en,
  de: async () => (await import('./de.ts')).de,
}

/** Of what is loaded on use, such as dialogs of moderators. */
const onUse: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: async () => (await import('./enOnUse.ts')).enOnUse,
  de: async () => (await import('./deOnUse.ts')).deOnUse,
}

const library = createInstance()
const listeners = new Set<() => void>()
let current: Language = 'en'
let isOnUseWanted = false

/** Loads a language and shows it. Rejects where its catalogue cannot be loaded; then nothing has changed. */
export async function showLanguage(language: Language): Promise<void> {
  const [first, further] = await Promise.all([catalogues[language](), isOnUseWanted ? onUse[language]() : undefined])
  if (!library.isInitialized) {
    // Keys hold dots and colons of their own; React escapes by itself.
    await library.init({
      lng: language,
      resources: {},
      keySeparator: false,
      nsSeparator: false,
      fallbackLng: false,
      interpolation: { escapeValue: false },
    })
  }
  library.addResourceBundle(language, 'translation', { ...first, ...further })
  await library.changeLanguage(language)
  current = language
  for (const listener of listeners) listener()
}

/** Also the texts of what is loaded on use, from now on in every language. Whatever uses one waits for it before it is drawn. */
export async function loadTextsOnUse(): Promise<void> {
  isOnUseWanted = true
  const language = current
  library.addResourceBundle(language, 'translation', await onUse[language]())
  // Another language was chosen meanwhile, before it knew that these are wanted.
  if (language !== current) await loadTextsOnUse()
}

/** The text of this key in the language in use. */
export function t<Key extends TextKey>(
  key: Key,
  ...values: keyof TextValues<Key> extends never ? [] : [TextValues<Key>]
): string {
  const text: string = key
  return library.t(text, { defaultValue: text, ...values[0] })
}

export function currentLanguage(): Language {
  return current
}

export function useLanguage(): Language {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, currentLanguage)
}

/** For `Intl` and for React Aria. */
export function currentLocale(): string {
  return pickLocale(current, typeof navigator === 'undefined' ? [] : navigator.languages)
}

/** Tells the page: screen readers choose their voice, style sheets their side. */
export function markPage(language: Language): void {
  document.documentElement.lang = language
  document.documentElement.dir = directionOf(language)
}
