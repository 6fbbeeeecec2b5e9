// SPDX-License-Identifier: Apache-2.0
// A backup of a running server, and a new server on it: people find their seats, rooms and roles as they were at that moment.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { openRaw } from '../harness/RawClient.ts'
import { Server } from '../harness/Server.ts'

const program = fileURLToPath(new URL('../../packages/server/src/commands/backup.ts', import.meta.url))

test('people who come back after a restore are where they were at the time of the backup', async () => {
  const server = await Server.start()
  onTestFinished(() => server.stop())
  const ann = await openRaw(server.url, 'workshop')
  const seat = await ann.join('Ann')
  expect(await ann.command('room.create', { name: 'Garden' })).toMatchObject({ ok: true })

  const folder = mkdtempSync(join(tmpdir(), 'alcove-e2e-backup-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const backup = join(folder, 'backup')
  execFileSync(process.execPath, [program, backup, '--data', server.dataDir])
  expect(await ann.command('room.create', { name: 'Harbour' })).toMatchObject({ ok: true })
  await server.kill9()

  const restored = await Server.start({ dataDir: backup })
  onTestFinished(() => restored.stop())
  const again = await openRaw(restored.url, 'workshop')
  const resumed = JSON.stringify(await again.resume(seat))
  expect(resumed).toContain('Garden')
  expect(resumed).not.toContain('Harbour')
  // As moderator as before, on a server that stores again.
  expect(await again.command('room.create', { name: 'Library' })).toMatchObject({ ok: true })
  again.close()
})
