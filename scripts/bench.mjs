// SPDX-License-Identifier: Apache-2.0
// `npm run bench -- NAME`: runs bench/src/NAME.ts with everything it may need in place.

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { runMain, SetupError } from './setup/log.mjs'
import { repositoryRoot } from './setup/paths.mjs'
import { prepare } from './setup/prepare.mjs'
import { handOver } from './setup/run.mjs'

const folder = join(repositoryRoot, 'bench/src')

await runMain(async () => {
  const [name, ...args] = process.argv.slice(2)
  const program = join(folder, `${name}.ts`)
  if (!name || !/^[\w-]+$/.test(name) || !existsSync(program)) {
    throw new SetupError(
      `Say which program to run: \`npm run bench -- NAME\`, with NAME one of ${programs().join(', ')}.`,
    )
  }
  await prepare({ worker: true, web: true, chromium: true })
  return handOver(process.execPath, [program, ...args], { cwd: repositoryRoot })
})

/** Programs stand in bench/src itself; what they share stands in folders below it. */
function programs() {
  return (existsSync(folder) ? readdirSync(folder) : [])
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
}
