// SPDX-License-Identifier: Apache-2.0
// Builds the app into dist/, which the server serves as it is: index.html for every page, hashed files in /assets/.

import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { languages } from './src/i18n/languages.ts'

const server = 'http://127.0.0.1:3000'

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react(), onlyOurLanguages(), onlyForBrowsers()],
  // Fonts and pictures stay files: inlined data: URLs would need a wider content security policy.
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    manifest: true,
    target: 'es2023',
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        // What every page needs at once comes as two files, the libraries apart because they change less often: cut along what later parts share with it, it was fifty.
        codeSplitting: {
          groups: [
            { name: 'libraries', tags: ['$initial'], test: /[\\/]node_modules[\\/]/ },
            // Without the entry itself, which stays what the page and the manifest name.
            { name: 'app', tags: ['$initial'], test: /[\\/]src[\\/](?!main\.tsx$)/ },
          ],
        },
      },
    },
  },
  server: { proxy: { '/socket.io': { target: server, ws: true }, '/api': server } },
})

/** React Aria brings its own words in 34 languages; those that the app does not speak would only cost weight. */
function onlyOurLanguages(): Plugin {
  const catalogue = /[\\/]react-aria[^\\/]*[\\/]dist[\\/](?:.*[\\/])?intl[\\/].*?([a-z]{2})-[A-Z]{2}\.mjs$/
  return {
    name: 'only-our-languages',
    load: {
      filter: { id: catalogue },
      handler(id) {
        const language = catalogue.exec(id)?.[1]
        return languages.some((ours) => ours === language) ? null : { code: 'export default {}', moduleType: 'js' }
      },
    },
  }
}

/** mediasoup-client brings what runs in React Native and in its own tests; a browser would only carry it. */
function onlyForBrowsers(): Plugin {
  const elsewhere =
    /[\\/]mediasoup-client[\\/]lib[\\/](?:handlers[\\/](?:ReactNative106|FakeHandler)|test[\\/]fakeParameters)\.js$/
  return {
    name: 'only-for-browsers',
    load: { filter: { id: elsewhere }, handler: () => ({ code: 'module.exports = {}', moduleType: 'js' }) },
  }
}
