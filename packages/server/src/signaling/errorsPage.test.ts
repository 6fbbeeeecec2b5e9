// SPDX-License-Identifier: Apache-2.0
// Holds the page of errors to the registry.
import { readFileSync } from 'node:fs'
import { errorRegistry } from '@alcove/protocol'
import { expect, it } from 'vitest'

const page = readFileSync(new URL('../../../../docs/errors.md', import.meta.url), 'utf8')

it('docs/errors.md lists every code of the registry under its family, with its meaning, and no other', () => {
  const wanted = Object.entries(errorRegistry).map(
    ([code, { family, meaning }]) => `| \`${code}\` | ${family} | ${meaning} |`,
  )
  const listed = page.split('\n').filter((line) => line.startsWith('| `'))
  expect(listed.sort()).toEqual(wanted.sort())
})
