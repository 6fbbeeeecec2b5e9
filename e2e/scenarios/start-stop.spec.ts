// SPDX-License-Identifier: Apache-2.0
// How a server starts beside another one, and how it ends when it is told to: with its media workers, after telling everybody, and with all that it
// acknowledged kept.
import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { openRaw } from '../harness/RawClient.ts'
import { Server } from '../harness/Server.ts'
import { waitFor } from '../harness/waitFor.ts'

async function startedServer(): Promise<Server> {
  const server = await Server.start()
  onTestFinished(() => server.stop())
  return server
}

test('a port that is in use is named with the flag that chooses another, and the data of the other server with its folder', async () => {
  const server = await startedServer()
  const samePort = await Server.startInVain({ args: ['--port', `${server.port}`] })
  expect(samePort).toMatchObject({
    exitCode: 1,
    output: expect.stringMatching(/^Alcove cannot start\. .*--port.*\.\n$/),
  })
  const sameData = await Server.startInVain({ dataDir: server.dataDir })
  expect(sameData.exitCode).toBe(1)
  expect(sameData.output).toMatch(/^Alcove cannot start\. .*\.\n$/)
  expect(sameData.output).toContain(server.dataDir)
  // The first one did not notice.
  const client = await openRaw(server.url, 'undisturbed')
  await client.join('Ann')
  client.close()
})

test.for(['SIGTERM', 'SIGINT'] as const)(
  '%s ends the server in order: people are told, nothing is lost',
  async (signal) => {
    const server = await startedServer()
    const client = await openRaw(server.url, 'ended')
    const seat = await client.join('Ann')
    expect(await client.command('room.create', { name: 'Garden' })).toMatchObject({ ok: true })
    const workers = server.workerPids()
    expect(workers.length).toBeGreaterThan(0)

    // Who says nothing keeps the server from nothing.
    const silent = connect(server.port, '127.0.0.1')
    onTestFinished(() => void silent.destroy())
    silent.on('error', () => {})
    await once(silent, 'connect')

    expect(await server.end(signal)).toBe(0)
    expect(await client.closed()).toBe('SERVER_STOPPING')
    expect(client.messages.at(-1)).toMatchObject({ error: { retryAfterMs: 2_000 } })
    expect(server.output()).toContain(
      `${signal}: stopping. People come back by themselves when the server is up again.`,
    )
    await waitFor(() => (workers.some(isAlive) ? 'a media worker outlives its server' : undefined))

    await server.startAgain()
    const again = await openRaw(server.url, 'ended')
    expect(JSON.stringify(await again.resume(seat))).toContain('Garden')
    again.close()
  },
)

test('people are told when the server will be back, as its operator knows it, and come back one after the other', async () => {
  const server = await Server.start({ args: ['--restart-time', '30'] })
  onTestFinished(() => server.stop())
  const clients = await Promise.all(
    ['Ann', 'Bob', 'Cem'].map(async (name) => {
      const client = await openRaw(server.url, 'later')
      await client.join(name)
      return client
    }),
  )
  await server.end('SIGTERM')
  for (const client of clients) expect(await client.closed()).toBe('SERVER_STOPPING')
  const waits = clients.map(({ messages }) => messages.at(-1)?.error?.retryAfterMs ?? 0)
  expect(Math.min(...waits)).toBe(30_000)
  expect(new Set(waits).size).toBe(3)
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('what a page loads comes compressed to whoever takes it so, and says the same to whoever does not', async () => {
  const server = await startedServer()
  const page = await (await fetch(server.url)).text()
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? 'no script'
  for (const path of ['/', script]) {
    const ask = (encoding: string) => fetch(`${server.url}${path}`, { headers: { 'accept-encoding': encoding } })
    const plain = await ask('identity')
    expect(plain.headers.get('content-encoding')).toBeNull()
    const text = await plain.text()
    for (const encoding of ['gzip', 'br']) {
      const answer = await ask(encoding)
      expect(answer.headers.get('content-encoding')).toBe(encoding)
      expect(answer.headers.get('vary')).toMatch(/accept-encoding/i)
      // Unpacked by fetch.
      expect(await answer.text()).toBe(text)
    }
  }
})
