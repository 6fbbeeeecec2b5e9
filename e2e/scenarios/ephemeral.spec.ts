// SPDX-License-Identifier: Apache-2.0
// A server that writes nothing: meetings work as ever, and are gone with it.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openRaw } from '../harness/RawClient.ts'
import { Server } from '../harness/Server.ts'
import { waitFor } from '../harness/waitFor.ts'

test('with --ephemeral a lost connection finds its seat, nothing is written, and a restart forgets everything', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'alcove-e2e-ephemeral-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const dataDir = join(folder, 'data')
  const server = await Server.start({ dataDir, args: ['--ephemeral'] })
  onTestFinished(() => server.stop())
  // What it prints comes another way than its answers.
  const said = 'Nothing is written to disk (--ephemeral)'
  await waitFor(() => (server.output().includes(said) ? undefined : `it says ${server.output()}`))

  const ann = await openRaw(server.url, 'workshop')
  const seat = await ann.join('Ann')
  expect(await ann.command('room.create', { name: 'Garden' })).toMatchObject({ ok: true })
  ann.close()
  const again = await openRaw(server.url, 'workshop')
  expect(await again.resume(seat)).toMatchObject({ ok: true, result: { participantId: seat.participantId } })
  again.close()
  expect(existsSync(dataDir)).toBe(false)

  await server.kill9()
  await server.startAgain()
  const late = await openRaw(server.url, 'workshop')
  expect(await late.resume(seat)).toMatchObject({ ok: false })
  expect(await late.join('Ann')).not.toMatchObject({ participantId: seat.participantId })
  late.close()
})
