// SPDX-License-Identifier: Apache-2.0
// The command for backups, beside a store that is open, as with a running server.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSqliteStore, type SqliteStore } from '../store/sqlite/openSqliteStore.ts'
import { commitOf, commitsOf, meeting } from '../store/testing/index.ts'

const program = fileURLToPath(new URL('./backup.ts', import.meta.url))
const id = meeting('workshop')

let folder: string
let data: string
let store: SqliteStore
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'alcove-backup-'))
  data = join(folder, 'data')
  store = await openSqliteStore({ path: join(data, 'alcove.db') })
  for (const commit of commitsOf(id, 3)) await store.append(commit, commit.version - 1)
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

function run(...args: readonly string[]) {
  const argv = [program, ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8', timeout: 60_000 })
  return { status, stdout, stderr }
}

it('copies what is stored at that moment, with keys, into a folder that a server can use', async () => {
  mkdirSync(join(data, 'api-keys'))
  writeFileSync(join(data, 'api-keys', 'one.json'), '{}')
  writeFileSync(join(data, 'link-key'), 'secret', { mode: 0o600 })
  const target = join(folder, 'backup')
  expect(run(target, '--data', data)).toEqual({
    status: 0,
    stdout: `${target} holds 1 meeting. Restore with: npm start -- --data ${target}\n`,
    stderr: '',
  })
  // The server goes on; the copy does not change with it.
  await store.append(commitOf(id, 4), 3)
  expect(readdirSync(target).sort()).toEqual(['alcove.db', 'api-keys', 'link-key'])
  expect(readdirSync(join(target, 'api-keys'))).toEqual(['one.json'])
  expect(statSync(target).mode & 0o777).toBe(0o700)
  expect(statSync(join(target, 'link-key')).mode & 0o777).toBe(0o600)

  const restored = await openSqliteStore({ path: join(target, 'alcove.db') })
  expect(await restored.read(id, 1)).toEqual(commitsOf(id, 3))
  await restored.append(commitOf(id, 4), 3)
  await restored.close()
})

it('holds nothing of what was deleted before', async () => {
  const other = meeting('forgotten')
  for (const commit of commitsOf(other, 2)) await store.append(commit, commit.version - 1)
  await store.delete(other)
  const target = join(folder, 'backup')
  expect(run(target, '--data', data).status).toBe(0)
  expect(readFileSync(join(target, 'alcove.db')).includes('forgotten')).toBe(false)
})

it('refuses in one sentence and leaves nothing half done', () => {
  const target = join(folder, 'backup')
  expect(run(target, '--data', join(folder, 'nowhere'))).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/alcove\.db is not there; choose the server's data folder with --data\.\n$/),
  })
  expect(run(data, '--data', data)).toMatchObject({
    status: 2,
    stderr: `${data} is there already; choose the name of a new folder.\n`,
  })
  expect(run('--data', data).stderr).toContain('Say the name of one new folder.')
  expect(existsSync(target)).toBe(false)
  expect(readdirSync(folder)).toEqual(['data'])
})
