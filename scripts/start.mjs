// SPDX-License-Identifier: Apache-2.0
// `npm start`: from a fresh clone to a running server. Arguments go to the server: `npm start -- --https --port 8443`.

import { join } from 'node:path'
import { runMain } from './setup/log.mjs'
import { repositoryRoot } from './setup/paths.mjs'
import { prepare } from './setup/prepare.mjs'
import { handOver } from './setup/run.mjs'

await runMain(async () => {
  const args = process.argv.slice(2)
  // The list of flags needs neither a media worker nor the pages.
  const asksForHelp = args.includes('--help') || args.includes('-h')
  await prepare(asksForHelp ? {} : { worker: true, web: true })
  const server = join(repositoryRoot, 'packages/server/src/main.ts')
  return handOver(process.execPath, [server, ...args])
})
