// SPDX-License-Identifier: Apache-2.0
// Light or dark: the system's choice, or the person's, put where the style sheets look for it.
import type { Theme } from './preferences.ts'

/** Without a choice the page says that it can do both, and the system decides. */
export function showTheme(theme: Theme): void {
  const root = document.documentElement
  if (theme === 'system') delete root.dataset.theme
  else root.dataset.theme = theme
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    // The browser's own bar takes the colour of the page.
    const scheme = meta.dataset.scheme ?? ''
    meta.media = theme === 'system' ? `(prefers-color-scheme: ${scheme})` : scheme === theme ? 'all' : 'not all'
  }
}
