// SPDX-License-Identifier: Apache-2.0
// Mounts the app, once its language is there.
import '@fontsource-variable/inter/wght.css'
import './styles/tokens.css'
import './styles/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { readAddress } from './embed/readAddress.ts'
import { ErrorBoundary } from './features/problems/ErrorBoundary.tsx'
import { Localised } from './i18n/Localised.tsx'
import { isLanguage, pickLanguage } from './i18n/languages.ts'
import { currentLanguage, showLanguage } from './i18n/texts.ts'
import { takeSecrets } from './state/joinSecrets.ts'
import { takeToken } from './state/joinToken.ts'
import { preferences, subscribeToPreferences } from './state/preferences.ts'
import { showTheme } from './state/theme.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
showTheme(preferences().theme)
// Before anything changes the address.
const address = readAddress(location, parent !== window)
takeToken(location, history)
takeSecrets(location, history)
const wantedLanguage = () =>
  pickLanguage(isLanguage(address.language) ? address.language : preferences().language, navigator.languages)
try {
  await showLanguage(wantedLanguage())
  subscribeToPreferences(() => {
    showTheme(preferences().theme)
    if (wantedLanguage() !== currentLanguage()) void showLanguage(wantedLanguage()).catch(() => {}) // The texts stay as they are.
  })
  // Loaded for host pages only.
  const host =
    address.instance === undefined ? undefined : new (await import('./embed/HostLink.ts')).HostLink(address.instance)
  createRoot(root).render(
    <Localised>
      {() => (
        <ErrorBoundary>
          <App address={address} host={host} />
        </ErrorBoundary>
      )}
    </Localised>,
  )
} catch (error) {
  console.error('The texts of the app could not be loaded', error)
  root.textContent = 'Alcove could not be loaded. Check your network, then load this page again.'
}
