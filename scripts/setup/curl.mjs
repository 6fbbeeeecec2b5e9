// SPDX-License-Identifier: Apache-2.0
// Finds curl, by which a test runs the examples of docs/api.md as they are written, and installs it where we may.

import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { ensureDebianPackages, hasDebianPackages } from './debian.mjs'
import { SetupError } from './log.mjs'

export async function ensureCurl() {
  if (!hasCurl() && hasDebianPackages())
    await ensureDebianPackages(['curl'], 'the examples of the REST interface', 'about 10 s')
  if (!hasCurl()) throw new SetupError('Tests of the REST interface need curl. Install it, then start this again.')
}

function hasCurl() {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'curl')))
}
