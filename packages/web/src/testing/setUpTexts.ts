// SPDX-License-Identifier: Apache-2.0
// Unit tests of the web app read English, as the page does before its views are drawn. Tests of other packages load nothing.
import { expect } from 'vitest'

if (expect.getState().testPath?.includes('/packages/web/')) {
  const { loadTextsOnUse, showLanguage } = await import('../i18n/texts.ts')
  await showLanguage('en')
  await loadTextsOnUse()
}
