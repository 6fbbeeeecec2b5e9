// SPDX-License-Identifier: Apache-2.0
// Builds the app into dist/, which the server serves as it is: index.html for every page, hashed files in /assets/.

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = 'http://127.0.0.1:3000'

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  // Fonts and pictures stay files: inlined data: URLs would need a wider content security policy.
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, target: 'es2023', chunkSizeWarningLimit: 700 },
  server: { proxy: { '/socket.io': { target: server, ws: true }, '/api': server } },
})
