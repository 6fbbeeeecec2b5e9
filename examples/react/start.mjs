// SPDX-License-Identifier: Apache-2.0
// Serves the example: `node examples/react/start.mjs --meet https://localhost:3000 --port 8081`. The SDK asks for https.
import { parseArgs } from 'node:util'
import react from '@vitejs/plugin-react'
import { createServer } from 'vite'

const { values } = parseArgs({
  options: { meet: { type: 'string', default: 'https://localhost:3000' }, port: { type: 'string', default: '8081' } },
})

const server = await createServer({
  configFile: false,
  root: import.meta.dirname,
  plugins: [react()],
  define: { MEET_DOMAIN: JSON.stringify(new URL(values.meet).host) },
  server: { port: Number(values.port), strictPort: true, host: '127.0.0.1' },
  logLevel: 'warn',
})
await server.listen()
console.log(`The example is at http://localhost:${values.port}/ and embeds meetings of ${values.meet}`)
