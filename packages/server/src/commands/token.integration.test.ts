// SPDX-License-Identifier: Apache-2.0
// The command that makes keys and tokens: what it makes is what the server accepts.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MeetingId } from '@alcove/protocol'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createAuth } from '../auth/createAuth.ts'
import { loadConfig } from '../config/config.ts'

const program = fileURLToPath(new URL('./token.ts', import.meta.url))

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'alcove-token-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    timeout: 60_000,
  })
  return { status, stdout, stderr }
}

it.each([[[]], [['--jaas']]])('keys %j, then a link that opens its meeting and no other', async (flags) => {
  const file = join(folder, flags.join(), 'tokens.json')
  expect(run('keys', ...flags, '--file', file)).toMatchObject({ status: 0, stderr: '' })
  expect(statSync(file).mode & 0o077).toBe(0)
  const signed = run('sign', '--file', file, '--room', 'workshop', '--name', 'Ann', '--user-id', 'ann', '--moderator')
  const [link = '', token] = /^http:\/\/localhost:3000\/(?:[^/]+\/)?workshop#jwt=(\S+)\n$/.exec(signed.stdout) ?? []
  const { tokens } = loadConfig(['--tokens', file], {})
  const auth = createAuth({ issuers: tokens, guests: 'closed', now: () => Date.now() })
  const meetingId = new URL(link.trim()).pathname.slice(1) as MeetingId
  expect(await auth.admit(token, meetingId)).toMatchObject({
    status: 'granted',
    grant: { role: 'moderator', identity: { userId: 'ann', displayName: 'Ann' } },
  })
  await expect(auth.admit(token, meetingId.replace('workshop', 'other') as MeetingId)).rejects.toMatchObject({
    code: 'TOKEN_ROOM_WRONG',
  })
})

it('never overwrites keys', () => {
  const file = join(folder, 'kept.json')
  run('keys', '--file', file)
  const again = run('keys', '--file', file)
  expect(again.status).toBe(2)
  expect(again.stderr).toContain('exists already; nothing was changed')
  expect(readdirSync(folder)).toContain('kept.json')
})

it('says what is missing', () => {
  expect(run('sign', '--file', join(folder, 'none.json'), '--room', 'a')).toMatchObject({ status: 2 })
  expect(run('sign').stderr).toContain('--room must name a meeting')
  expect(run('nonsense').stderr).toContain('nonsense is not a command.')
  expect(run('--help')).toMatchObject({ status: 0, stderr: '' })
})
