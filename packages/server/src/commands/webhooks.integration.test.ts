// SPDX-License-Identifier: Apache-2.0
// The command for dead letters, beside a store that is open, as with a running server.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MeetingId } from '@alcove/protocol'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSqliteStore, type SqliteStore } from '../store/sqlite/openSqliteStore.ts'

const program = fileURLToPath(new URL('./webhooks.ts', import.meta.url))

let folder: string
let store: SqliteStore
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'alcove-dead-'))
  store = await openSqliteStore({ path: join(folder, 'alcove.db') })
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

function run(...args: readonly string[]) {
  const argv = [program, ...args, '--data', folder]
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8', timeout: 60_000 })
  return { status, stdout, stderr }
}

it('lists, replays and discards beside the server', async () => {
  expect(run('list')).toEqual({ status: 0, stdout: 'Nothing was given up.\n', stderr: '' })
  const delivery = {
    endpoint: 'app',
    meetingId: 'lesson' as MeetingId,
    eventType: 'ROOM_CREATED',
    body: '{"name":"Ann"}',
  }
  await store.outbox.fill(1, [
    { ...delivery, key: 'first' },
    { ...delivery, key: 'second' },
  ])
  await store.outbox.bury(1, 'answered 500', 1_800_000_000_000)
  await store.outbox.bury(2, 'answered 500', 1_800_000_000_000)
  const { stdout } = run('list')
  expect(stdout.split('\n')[0]).toBe(
    '1  2027-01-15T08:00:00.000Z  app  ROOM_CREATED  lesson  first  1 tries  answered 500',
  )
  expect(stdout).not.toContain('Ann')
  expect(run('list', '--bodies').stdout).toContain('{"name":"Ann"}')
  expect(run('replay').stderr).toContain('Say which ones')
  expect(run('replay', '1').stdout).toBe('1 will be tried again.\n')
  expect((await store.outbox.next('app', 1, 10)).deliveries).toMatchObject([{ key: 'first', attempts: 0 }])
  expect(run('discard', '--all').stdout).toBe('1 forgotten.\n')
  expect(await store.outbox.backlog()).toEqual([{ endpoint: 'app', due: 1, dead: 0 }])
})
