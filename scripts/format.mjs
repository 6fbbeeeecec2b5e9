// SPDX-License-Identifier: Apache-2.0
// `npm run format`: writes the house format, sorts imports and applies the linter's safe fixes; writes the
// pages that are made of tables in the code.

import { join } from 'node:path'
import { runMain } from './setup/log.mjs'
import { repositoryRoot } from './setup/paths.mjs'
import { prepare } from './setup/prepare.mjs'
import { handOver } from './setup/run.mjs'
import { toolPath } from './setup/tools.mjs'

await runMain(async () => {
  await prepare()
  const paths = process.argv.slice(2)
  for (const script of ['write-compat-page.mjs', 'write-permissions-page.mjs'])
    await handOver(process.execPath, [join(repositoryRoot, 'scripts', script)], { cwd: repositoryRoot })
  const args = ['check', '--write', ...(paths.length > 0 ? paths : ['.'])]
  return handOver(process.execPath, [toolPath('@biomejs/biome', 'bin/biome'), ...args], { cwd: repositoryRoot })
})
