// SPDX-License-Identifier: Apache-2.0
// The self-signed certificate that is kept from start to start.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { keptSelfSignedCertificate, readCertificate } from './certificate.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alcove-tls-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const pathsIn = (name: string) =>
  [join(folder, name, 'self-signed-cert.pem'), join(folder, name, 'self-signed-key.pem')] as const

it('stays the same', async () => {
  const made = await keptSelfSignedCertificate(join(folder, 'a'), [])
  expect(await keptSelfSignedCertificate(join(folder, 'a'), [])).toEqual(made)
})

it('is made anew when its key is that of another one, as after a kill between writing the two', async () => {
  await keptSelfSignedCertificate(join(folder, 'a'), [])
  await keptSelfSignedCertificate(join(folder, 'b'), [])
  copyFileSync(pathsIn('b')[1], pathsIn('a')[1])
  const made = await keptSelfSignedCertificate(join(folder, 'a'), [])
  expect(readCertificate(...pathsIn('a'))).toEqual(made)
})
