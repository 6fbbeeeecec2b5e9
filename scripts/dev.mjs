// SPDX-License-Identifier: Apache-2.0
// `npm run dev`: the server, restarted when its sources change, and beside it Vite, which serves the web app's sources.

import { join } from 'node:path'
import { runMain, say } from './setup/log.mjs'
import { repositoryRoot } from './setup/paths.mjs'
import { prepare } from './setup/prepare.mjs'
import { handOver } from './setup/run.mjs'
import { toolPath } from './setup/tools.mjs'

await runMain(async () => {
  await prepare({ worker: true, web: true })
  say('Open the address that Vite prints: a page from there follows the sources of the web app')
  const server = join(repositoryRoot, 'packages/server/src/main.ts')
  const codes = await Promise.all([
    handOver(process.execPath, [toolPath('vite', 'bin/vite.js')], { cwd: join(repositoryRoot, 'packages/web') }),
    handOver(process.execPath, ['--watch', server, ...process.argv.slice(2)], { cwd: repositoryRoot }),
  ])
  return Math.max(...codes)
})
