// SPDX-License-Identifier: Apache-2.0
// What a person prefers in this browser, for all meetings; kept over visits and shared by all tabs. Storage may be missing: then it lasts as
// long as the page.
import { useSyncExternalStore } from 'react'
import { isLanguage, type Language } from '../i18n/languages.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const backgrounds = ['none', 'blur', 'dawn', 'study', 'slate', 'own'] as const
/** `none` and `blur` show the real room; the others are pictures, `own` one that the person gave. */
export type Background = (typeof backgrounds)[number]

export const layouts = ['tiles', 'speaker'] as const
export type MeetingLayout = (typeof layouts)[number]

export interface Preferences {
  /** Undefined: the language that the browser asks for. */
  readonly language: Language | undefined
  readonly theme: Theme
  readonly layout: MeetingLayout
  /** Meetings begin with the microphone off. */
  readonly joinMuted: boolean
  /** One's own picture among the others. */
  readonly selfView: boolean
  /** One's own picture as in a mirror; others see it the right way round in any case. */
  readonly mirror: boolean
  /** Single keys do something in a meeting; who dictates or trembles turns them off. */
  readonly shortcuts: boolean
  readonly noiseSuppression: boolean
  /** Never `own` without such a picture. */
  readonly background: Background
  /** A JPEG picture as a data address; stays when another background is chosen. */
  readonly ownBackground: string | undefined
  /** Where voices are heard; undefined: where the system says. */
  readonly speakerId: string | undefined
}

/** Of a picture as a data address; browsers store some millions of letters for a site. */
export const longestOwnBackground = 600_000

const storageKey = 'alcove.preferences'
/** Told what was chosen on this page; nothing where another tab chose. */
type Listener = (change?: Partial<Preferences>) => void

const listeners = new Set<Listener>()
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
  notify(change)
}

export function subscribeToPreferences(listener: Listener): () => void {
  if (listeners.size === 0) addEventListener('storage', readAgain)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) removeEventListener('storage', readAgain)
  }
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribeToPreferences, preferences)
}

/** Whatever stands in the storage, made into preferences: unknown and bad values count as not chosen. */
export function parsePreferences(stored: string | null): Preferences {
  const found = parseObject(stored)
  const ownBackground = parsePicture(found.ownBackground)
  const background = backgrounds.find((each) => each === found.background) ?? 'none'
  return {
    language: isLanguage(found.language) ? found.language : undefined,
    theme: themes.find((theme) => theme === found.theme) ?? 'system',
    layout: layouts.find((layout) => layout === found.layout) ?? 'tiles',
    joinMuted: found.joinMuted === true,
    selfView: found.selfView !== false,
    mirror: found.mirror !== false,
    shortcuts: found.shortcuts !== false,
    noiseSuppression: found.noiseSuppression === true,
    background: background === 'own' && ownBackground === undefined ? 'none' : background,
    ownBackground,
    speakerId: typeof found.speakerId === 'string' ? found.speakerId : undefined,
  }
}

function parsePicture(stored: unknown): string | undefined {
  if (typeof stored !== 'string' || stored.length > longestOwnBackground) return undefined
  return stored.startsWith('data:image/jpeg;base64,') ? stored : undefined
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

function notify(change?: Partial<Preferences>): void {
  for (const listener of listeners) listener(change)
}
