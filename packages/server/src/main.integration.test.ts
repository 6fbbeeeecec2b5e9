// SPDX-License-Identifier: Apache-2.0
// What the server says and with which code it ends when it is not to run: help, wrong settings, a data folder that cannot be used.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'alcove-main-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(args: readonly string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    timeout: 60_000,
  })
  return { status, stdout, stderr }
}

describe('the program', () => {
  it('--help prints the flags on stdout and ends well, whatever else is wrong', () => {
    const { status, stdout, stderr } = run(['--help', '--port', 'nonsense'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('  --ephemeral\n')
  })

  it('a wrong setting ends it with code 2 and one sentence', () => {
    expect(run(['--data', folder], { ALCOVE_PORT: 'nonsense' })).toEqual({
      status: 2,
      stdout: '',
      stderr: 'Alcove cannot start. ALCOVE_PORT must be a whole number from 0 to 65535, not "nonsense".\n',
    })
  })

  it('what it keeps is for its own user alone, also in a folder that is open to others', () => {
    const open = mkdtempSync(join(folder, 'open-'))
    chmodSync(open, 0o755)
    const missing = join(folder, 'missing.pem')
    expect(run(['--data', open, '--cert', missing, '--key', missing]).status).toBe(1)
    expect(statSync(join(open, 'alcove.db')).mode & 0o777).toBe(0o600)
  })

  it('a data folder that cannot be used ends it with code 1 and one sentence', () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    expect(run(['--data', file])).toEqual({
      status: 1,
      stdout: '',
      stderr: `Alcove cannot start. The data folder ${file} cannot be used because it is a file; choose another data folder.\n`,
    })
  })
})
