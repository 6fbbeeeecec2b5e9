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
import { splitSecrets, takeSecrets } from './state/joinSecrets.ts'
import { splitToken, takeToken } from './state/joinToken.ts'
import { preferences, subscribeToPreferences } from './state/preferences.ts'
import { showTheme } from './state/theme.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
showTheme(preferences().theme)
// Before anything changes the address.
const address = readAddress(location, parent !== window)
takeToken(location, history)
takeSecrets(location, history)
// A link that is put into this tab while it is at the meeting changes only what stands behind `#`: the page begins anew with it.
addEventListener('hashchange', () => holdsSecret(location) && location.reload())
let addressLanguage = isLanguage(address.language) ? address.language : undefined
const wantedLanguage = () => pickLanguage(addressLanguage ?? preferences().language, navigator.languages)
try {
  await showLanguage(wantedLanguage())
  subscribeToPreferences((change) => {
    // What the person chooses here counts more than what the address says.
    if (change && 'language' in change) addressLanguage = undefined
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

function holdsSecret(address: Location): boolean {
  const { token } = splitToken(address)
  const { moderatorKey, claimCode } = splitSecrets(address).secrets
  return (token ?? moderatorKey ?? claimCode) !== undefined
}
