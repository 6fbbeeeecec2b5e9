// SPDX-License-Identifier: Apache-2.0
// `npm run backup`: a copy of the data, beside a running server. Arguments go to the command: `npm run backup -- FOLDER`.

import { join } from 'node:path'
import { runMain } from './setup/log.mjs'
import { repositoryRoot } from './setup/paths.mjs'
import { prepare } from './setup/prepare.mjs'
import { handOver } from './setup/run.mjs'

await runMain(async () => {
  await prepare()
  const command = join(repositoryRoot, 'packages/server/src/commands/backup.ts')
  return handOver(process.execPath, [command, ...process.argv.slice(2)])
})
