// SPDX-License-Identifier: Apache-2.0
// `npm run api-key`: makes, lists and revokes keys for the REST interface. Arguments go to the server's program for it.

import { join } from 'node:path'
import { runMain } from './setup/log.mjs'
import { repositoryRoot } from './setup/paths.mjs'
import { prepare } from './setup/prepare.mjs'
import { handOver } from './setup/run.mjs'

await runMain(async () => {
  await prepare()
  const program = join(repositoryRoot, 'packages/server/src/apiKey.ts')
  return handOver(process.execPath, [program, ...process.argv.slice(2)])
})
