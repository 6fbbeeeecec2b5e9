// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { keptSecret } from './keptSecret.ts'

it('a kept secret is made once, readable by its owner only, and anew when half of it is gone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'alcove-secret-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'link-key')
  const made = Buffer.from(keptSecret(path))
  expect(made).toHaveLength(32)
  expect(Buffer.from(keptSecret(path))).toEqual(made)
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(Buffer.from(keptSecret(join(folder, 'other')))).not.toEqual(made)
  writeFileSync(path, made.subarray(0, 16))
  const again = Buffer.from(keptSecret(path))
  expect(again).toHaveLength(32)
  expect(again.subarray(0, 16)).not.toEqual(made.subarray(0, 16))
})
