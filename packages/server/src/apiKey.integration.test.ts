// SPDX-License-Identifier: Apache-2.0
// The program as an operator runs it: what a script reads stands alone on stdout, what a person reads on stderr.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'

const program = fileURLToPath(new URL('./apiKey.ts', import.meta.url))

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'alcove-api-key-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ALCOVE_DATA: folder },
    timeout: 60_000,
  })
  return { status, stdout, stderr }
}

it('makes a key, shows it once, lists it without it, and revokes it', () => {
  const made = run('create', '--name', 'workshop script', '--scopes', 'report:read,meetings:read')
  expect(made).toMatchObject({ status: 0, stdout: expect.stringMatching(/^alcove_[\w-]{43}\n$/) })
  expect(made.stderr).toContain('for meetings:read, report:read')

  const listed = run('list')
  expect(listed.stdout).toMatch(
    /^[0-9a-f]{12} {2}workshop script {2}made .* UTC, never used {2}meetings:read,report:read\n$/,
  )
  expect(listed.stdout).not.toContain(made.stdout.trim())

  expect(run('revoke', 'workshop script')).toMatchObject({ status: 0, stdout: '' })
  expect(run('list')).toMatchObject({ status: 0, stdout: '', stderr: 'There are no keys yet.\n' })
})

it('ends with code 2 and a sentence when it cannot do what is asked', () => {
  expect(run('revoke', 'nobody')).toEqual({
    status: 2,
    stdout: '',
    stderr: 'There is no key "nobody"; `npm run api-key -- list` shows all.\n',
  })
})
