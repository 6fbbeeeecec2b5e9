// SPDX-License-Identifier: Apache-2.0
// `npm run screenshots`: a real server, people in real browsers, and the pictures of docs/images taken from what they see.
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { launchBrowser } from '../harness/browser.ts'
import { Server } from '../harness/Server.ts'
import { takePictures } from './pictures.ts'

const folder = fileURLToPath(new URL('../../docs/images', import.meta.url))
mkdirSync(folder, { recursive: true })
const server = await Server.start()
const browser = await launchBrowser()
try {
  for (const file of await takePictures({ browser, serverUrl: server.url, folder }))
    process.stdout.write(`docs/images/${file}\n`)
} finally {
  await browser.close()
  await server.stop()
}
