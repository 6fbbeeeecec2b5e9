// SPDX-License-Identifier: Apache-2.0
// Holds the page of permissions to the tables of the core.
import { readFileSync } from 'node:fs'
import { toPermissionsPage } from '@alcove/meeting'
import { expect, it } from 'vitest'

it('docs/permissions.md is made of the tables (`npm run format` writes it)', () => {
  const page = readFileSync(new URL('../../../../docs/permissions.md', import.meta.url), 'utf8')
  expect(page).toBe(toPermissionsPage())
})
