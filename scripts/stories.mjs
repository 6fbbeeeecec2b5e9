// SPDX-License-Identifier: Apache-2.0
// `npm run stories`: the plain parts of the web app, each in all its looks, light and dark.

import { join } from 'node:path'
import { runMain } from './setup/log.mjs'
import { repositoryRoot } from './setup/paths.mjs'
import { prepare } from './setup/prepare.mjs'
import { handOver } from './setup/run.mjs'

await runMain(async () => {
  await prepare()
  const vite = join(repositoryRoot, 'node_modules/vite/bin/vite.js')
  return handOver(process.execPath, [vite, '--open', '/stories.html'], { cwd: join(repositoryRoot, 'packages/web') })
})
