// SPDX-License-Identifier: Apache-2.0
// Writes docs/permissions.md from the authority table of the core. Part of `npm run format`.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toPermissionsPage } from '../packages/meeting/src/permissions/permissionsPage.ts'
import { repositoryRoot } from './setup/paths.mjs'

writeFileSync(join(repositoryRoot, 'docs/permissions.md'), toPermissionsPage())
