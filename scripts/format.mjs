// SPDX-License-Identifier: Apache-2.0
// `npm run format`: writes the house format, sorts imports and applies the linter's safe fixes; writes the
// page that is made of tables in the code.

import { join } from 'node:path'
import { runMain } from './setup/log.mjs'
import { repositoryRoot } from './setup/paths.mjs'
import { prepare } from './setup/prepare.mjs'
import { handOver } from './setup/run.mjs'
import { toolPath } from './setup/tools.mjs'

await runMain(async () => {
  await prepare()
  const paths = process.argv.slice(2)
  const page = join(repositoryRoot, 'scripts/write-compat-page.mjs')
  await handOver(process.execPath, [page], { cwd: repositoryRoot })
  const args = ['check', '--write', ...(paths.length > 0 ? paths : ['.'])]
  return handOver(process.execPath, [toolPath('@biomejs/biome', 'bin/biome'), ...args], { cwd: repositoryRoot })
})
