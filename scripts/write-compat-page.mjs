// SPDX-License-Identifier: Apache-2.0
// Writes docs/jitsi-compat.md from the tables of the iframe interface. Part of `npm run format`.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toCompatPage } from '../packages/protocol/src/embed/compatPage.ts'
import { repositoryRoot } from './setup/paths.mjs'

writeFileSync(join(repositoryRoot, 'docs/jitsi-compat.md'), toCompatPage())
