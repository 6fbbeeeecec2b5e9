// SPDX-License-Identifier: Apache-2.0
// Draws all that is inside anew when the language changes, and tells the page and React Aria which one it is.
import { type ReactNode, useLayoutEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import { currentLocale, markPage, useLanguage } from './texts.ts'

/** The content comes from a function, so that React does not take it for unchanged. */
export function Localised({ children }: { readonly children: () => ReactNode }) {
  const language = useLanguage()
  useLayoutEffect(() => markPage(language), [language])
  return <I18nProvider locale={currentLocale()}>{children()}</I18nProvider>
}
