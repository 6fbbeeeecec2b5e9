// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { toCompatPage } from '@alcove/protocol/embed'
import { expect, it } from 'vitest'

it('docs/jitsi-compat.md is made of the tables (`npm run format` writes it)', () => {
  const page = readFileSync(new URL('../../../docs/jitsi-compat.md', import.meta.url), 'utf8')
  expect(page).toBe(toCompatPage())
})
