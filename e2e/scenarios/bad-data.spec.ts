// SPDX-License-Identifier: Apache-2.0
// A data folder that cannot be used, a full database, a log that cannot be read: the server says so, and promises nothing that it did not store.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openRaw, type RawClient, type Seat } from '../harness/RawClient.ts'
import { Server, type ServerOptions } from '../harness/Server.ts'

/** A folder that goes with the test. */
function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'alcove-e2e-data-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function startedServer(dataDir: string, options: ServerOptions = {}): Promise<Server> {
  const server = await Server.start({ ...options, dataDir })
  onTestFinished(() => server.stop())
  return server
}

test.for([
  [
    'a file',
    (folder: string) => {
      writeFileSync(join(folder, 'data'), 'not a folder')
      return join(folder, 'data')
    },
  ],
  ['below a file', () => '/dev/null/data'],
  [
    'a folder whose database is a folder',
    (folder: string) => {
      mkdirSync(join(folder, 'data', 'alcove.db'), { recursive: true })
      return join(folder, 'data')
    },
  ],
  [
    'a folder whose database is something else',
    (folder: string) => {
      mkdirSync(join(folder, 'data'))
      writeFileSync(join(folder, 'data', 'alcove.db'), 'This is no database at all. '.repeat(500))
      return join(folder, 'data')
    },
  ],
] as const)('with a data path that is %s the server exits and says why in a sentence', async ([, make]) => {
  const dataDir = make(temporaryFolder())
  const { exitCode, output } = await Server.startInVain({ dataDir })
  expect(exitCode).not.toBe(0)
  expect(exitCode).not.toBeNull()
  expect(output).toMatch(/^Alcove cannot start\. .*\/data.*\.$/m)
  expect(output).not.toMatch(/\n\s+at /)
})

test('a flag that does not exist, or a value that makes no sense, is named', async () => {
  const dataDir = temporaryFolder()
  const unknown = await Server.startInVain({ dataDir, args: ['--no-such-flag'] })
  expect(unknown).toMatchObject({ exitCode: 2, output: expect.stringContaining('--no-such-flag') })
  const wrong = await Server.startInVain({ dataDir, args: ['--workers', 'many'] })
  expect(wrong).toMatchObject({
    exitCode: 2,
    output: expect.stringMatching(/--workers must be a whole number.*"many"/),
  })
})

test('a full database answers STORE_UNAVAILABLE, and what was not acknowledged is not there after a restart', async () => {
  const dataDir = temporaryFolder()
  const full = await startedServer(dataDir, { args: ['--sqlite-max-pages', '16'] })
  const client = await openRaw(full.url, 'full')
  const seat = await client.join('Ann')
  const stored: string[] = []
  let refusals = 0
  for (let count = 0; count < 95 && refusals < 5; count += 1) {
    const name = `${count} ${'x'.repeat(70)}`
    const { ok, error } = await client.command('room.create', { name })
    if (ok) stored.push(name)
    else {
      expect(error).toMatchObject({ code: 'STORE_UNAVAILABLE', retryAfterMs: expect.any(Number) })
      refusals += 1
    }
  }
  expect(refusals).toBe(5)
  expect(stored.length).toBeGreaterThan(0)
  // Those who are there go on to see what is, and no more.
  const other = await openRaw(full.url, 'full')
  expect(await other.resume(seat)).toMatchObject({ ok: true })
  expect(await roomNames(other, seat)).toEqual(stored)
  expect(client.texts.join()).not.toMatch(/SQLITE|\.ts\b/i)
  await full.kill9()

  const roomy = await startedServer(dataDir)
  const back = await openRaw(roomy.url, 'full')
  expect(await roomNames(back, seat)).toEqual(stored)
  expect(await back.command('room.create', { name: 'One more' })).toMatchObject({ ok: true })
  for (const each of [client, other, back]) each.close()
})

/** Ends the thread of the database when the process is told so: nothing from outside can. */
const endsTheDatabase = `
  let database
  process.once('worker', (thread) => { database = thread })
  process.on('SIGUSR2', () => database.terminate())`

test('a server whose database has gone ends and says why, and the next one has what was acknowledged', async () => {
  const dataDir = temporaryFolder()
  const server = await startedServer(dataDir, {
    nodeArgs: ['--import', `data:text/javascript,${encodeURIComponent(endsTheDatabase)}`],
  })
  const client = await openRaw(server.url, 'gone')
  const seat = await client.join('Ann')
  expect(await client.command('room.create', { name: 'Kept' })).toMatchObject({ ok: true })

  // As a failure, so that whoever supervises the server starts it again.
  expect(await server.end('SIGUSR2')).toBe(1)
  expect(server.output()).toMatch(/the thread that writes the database has ended/)
  expect(server.output()).toMatch(/^Nothing can be stored any more: stopping\. People come back by themselves/m)

  await server.startAgain()
  const again = await openRaw(server.url, 'gone')
  expect(await roomNames(again, seat)).toEqual(['Kept'])
  for (const each of [client, again]) each.close()
})

test('a meeting whose log cannot be read back is quarantined, over restarts too, and the others go on', async () => {
  const dataDir = temporaryFolder()
  const server = await startedServer(dataDir)
  const meetings = ['torn', 'unknown-event', 'gap', 'sound'] as const
  const seats = new Map<string, Seat>()
  for (const meeting of meetings) {
    const client = await openRaw(server.url, meeting)
    seats.set(meeting, await client.join('Ann'))
    for (const name of ['Red', 'Green'])
      expect(await client.command('room.create', { name })).toMatchObject({ ok: true })
    client.close()
  }
  await server.kill9()
  spoil(dataDir, [
    `UPDATE commits SET body = substr(body, 1, length(body) / 2) WHERE meeting_id = 'torn' AND version = 2`,
    `UPDATE commits SET body = replace(body, 'RoomCreated', 'RoomConjured') WHERE meeting_id = 'unknown-event' AND version = 2`,
    `DELETE FROM commits WHERE meeting_id = 'gap' AND version = 2`,
  ])
  for (let start = 0; start < 2; start += 1) {
    await server.startAgain()
    for (const meeting of meetings) {
      const seat = seats.get(meeting)
      if (!seat) throw new Error('there is no seat')
      const client = await openRaw(server.url, meeting)
      const reply = await client.resume(seat)
      if (meeting === 'sound') {
        expect(reply).toMatchObject({ ok: true })
        expect(await client.command('room.create')).toMatchObject({ ok: true })
      } else {
        expect([meeting, reply.error]).toEqual([meeting, { code: 'MEETING_QUARANTINED' }])
        await expect(client.join('Bob')).rejects.toThrow('MEETING_QUARANTINED')
      }
      client.close()
    }
    expect(await (await fetch(`${server.url}/health`)).json()).toMatchObject({ status: 'ok', quarantined: 3 })
    await server.kill9()
  }
})

/** Names of the rooms that the server tells, in their order. */
async function roomNames(client: RawClient, seat: Seat): Promise<string[]> {
  const { result } = await client.resume(seat)
  const parts = (result?.parts ?? []) as {
    part: string
    value: { rooms: Record<string, { name: string; order: number }> }
  }[]
  const rooms = parts.find(({ part }) => part === 'meeting')?.value.rooms ?? {}
  return Object.values(rooms)
    .sort((a, b) => a.order - b.order)
    .map(({ name }) => name)
}

/** In a process of its own: the database's driver belongs to the server. */
function spoil(dataDir: string, statements: readonly string[]): void {
  const script = `
    const { DatabaseSync } = require('node:sqlite')
    const database = new DatabaseSync(process.argv[1])
    database.exec('DELETE FROM snapshots')
    for (const statement of process.argv.slice(2)) {
      if (database.prepare(statement).run().changes !== 1) throw new Error('nothing was spoilt by ' + statement)
    }
    database.close()`
  execFileSync(process.execPath, ['-e', script, join(dataDir, 'alcove.db'), ...statements])
}
