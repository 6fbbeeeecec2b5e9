// SPDX-License-Identifier: Apache-2.0
// What a person prefers in this browser, for all meetings; kept over visits and shared by all tabs. Storage may be missing: then it lasts as
// long as the page.
import { isLanguage, type Language } from '../i18n/languages.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export interface Preferences {
  /** Undefined: the language that the browser asks for. */
  readonly language: Language | undefined
  readonly theme: Theme
}

const storageKey = 'alcove.preferences'
const listeners = new Set<() => void>()
let current = read()

export function preferences(): Preferences {
  return current
}

export function changePreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change }
  try {
    localStorage.setItem(storageKey, JSON.stringify(current))
  } catch {
    // Private windows and full storage refuse: the choice holds for this page.
  }
  notify()
}

export function subscribeToPreferences(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener('storage', readAgain)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) removeEventListener('storage', readAgain)
  }
}

/** Whatever stands in the storage, made into preferences: unknown and bad values count as not chosen. */
export function parsePreferences(stored: string | null): Preferences {
  const found = parseObject(stored)
  return {
    language: isLanguage(found.language) ? found.language : undefined,
    theme: themes.find((theme) => theme === found.theme) ?? 'system',
  }
}

function parseObject(stored: string | null): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(stored ?? '{}')
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {}
  } catch {
    return {}
  }
}

function read(): Preferences {
  try {
    return parsePreferences(localStorage.getItem(storageKey))
  } catch {
    return parsePreferences(null)
  }
}

/** Another tab changed them. */
function readAgain(event: StorageEvent): void {
  if (event.key !== storageKey) return
  current = read()
  notify()
}

function notify(): void {
  for (const listener of listeners) listener()
}
