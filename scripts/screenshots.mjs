// SPDX-License-Identifier: Apache-2.0
// `npm run screenshots`: takes the pictures of docs/images from the running product.

import { runMain } from './setup/log.mjs'
import { repositoryRoot } from './setup/paths.mjs'
import { prepare } from './setup/prepare.mjs'
import { handOver } from './setup/run.mjs'

await runMain(async () => {
  await prepare({ worker: true, web: true, chromium: true })
  return handOver(process.execPath, ['e2e/screenshots/take.ts'], { cwd: repositoryRoot })
})
