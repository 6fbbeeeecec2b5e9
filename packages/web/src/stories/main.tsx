// SPDX-License-Identifier: Apache-2.0
// The story page. Shows every part twice, light and dark, each in a frame of its own, because a theme holds for a page.
import '@fontsource-variable/inter/wght.css'
import '../styles/tokens.css'
import '../styles/base.css'
import './stories.css'
import { createRoot } from 'react-dom/client'
import { Localised } from '../i18n/Localised.tsx'
import { isLanguage } from '../i18n/languages.ts'
import { loadTextsOnUse, showLanguage } from '../i18n/texts.ts'
import { showTheme } from '../state/theme.ts'
import type { Stories } from './story.ts'

const modules = import.meta.glob<{ stories: Stories }>('../ui/*.stories.tsx', { eager: true })
const parts = Object.entries(modules).map(([path, { stories }]) => ({
  name: path.replace(/^.*\/(.*)\.stories\.tsx$/, '$1'),
  stories,
}))

const asked = new URLSearchParams(location.search)
const language = asked.get('language')
await showLanguage(isLanguage(language) ? language : 'en')
await loadTextsOnUse()
const theme = asked.get('theme')
const root = document.getElementById('root')
if (root) {
  const isFrame = theme === 'light' || theme === 'dark'
  if (isFrame) showTheme(theme)
  createRoot(root).render(<Localised>{() => (isFrame ? <Parts /> : <Frames />)}</Localised>)
}

function Frames() {
  return (
    <div className="stories-frames">
      <iframe title="Light" src="?theme=light" />
      <iframe title="Dark" src="?theme=dark" />
    </div>
  )
}

function Parts() {
  return (
    <main className="stories">
      {parts.map(({ name, stories }) => (
        <section key={name} aria-label={name}>
          <h2>{name}</h2>
          {Object.entries(stories).map(([look, Story]) => (
            <div key={look} className="stories-look">
              <h3>{look}</h3>
              <div className="stories-part">
                <Story />
              </div>
            </div>
          ))}
        </section>
      ))}
    </main>
  )
}
