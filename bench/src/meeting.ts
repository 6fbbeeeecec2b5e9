// SPDX-License-Identifier: Apache-2.0
// `npm run bench -- meeting`: what commands cost in a meeting as it grows to 500 people in 100 rooms, without media: real server, real SQLite, real
// sockets. Beside it, telling as many people as many bytes by a bare socket.io server. `--before FOLDER` measures another checkout in the same run.
import { writeFileSync } from 'node:fs'
import { Server } from '@alcove/e2e'
import { describeMachine, watchLoad } from './machine/describeMachine.ts'
import type { Cost } from './meeting/Gathering.ts'
import { measureBare } from './meeting/measureBare.ts'
import { type AtSize, measureMeeting } from './meeting/measureMeeting.ts'
import { inspectedArgs, measureMemory } from './meeting/measureMemory.ts'
import { measureReplay } from './meeting/measureReplay.ts'
import { type Options, readOptions } from './meeting/options.ts'
import { judgeAims, toCostTable, toLawTable, toSizeTable } from './meeting/report.ts'
import type { Measured, Run } from './meeting/run.ts'
import { toMachineLine, toPage } from './meeting/toPage.ts'

/** Lost connections must not turn into people who are gone while a log grows. */
const serverArgs = ['--absence-grace', '3600', '--log-level', 'warn']

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
})

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  const startedAt = Date.now()
  const endLoad = watchLoad()
  const before = options.before === undefined ? undefined : await measureServer('before', options, options.before)
  const now = await measureServer('now', options, undefined)
  const largest = now.sizes.at(-1)
  if (!largest) throw new Error('no size was measured')
  say('Baseline: as many bytes to as many people by a bare socket.io server')
  const told = [largest.join, largest.move, largest.openAll].map(({ bytesPerOther: bytes }) => ({
    people: largest.people,
    bytes,
  }))
  const bare = await measureBare(told, options.moves)
  finish({
    options,
    date: new Date().toISOString().slice(0, 10),
    machine: describeMachine(),
    load: endLoad(),
    tookMs: Date.now() - startedAt,
    now,
    before,
    bare,
  })
}

async function measureServer(name: string, options: Options, checkout: string | undefined): Promise<Measured> {
  const from = checkout === undefined ? {} : { checkout }
  const { sizes, replay } = await withServer({ ...from, args: serverArgs }, async (server) => {
    const { found, grown } = await measureMeeting(server, options)
    for (const each of found) say(`${name}, ${each.people} people: ${summary(each)}`)
    const { events } = options
    return { sizes: found, replay: events === 0 ? undefined : await measureReplay(server, grown, events) }
  })
  if (replay)
    say(`${name}: ${replay.events} events replayed in ${(replay.fromLogMs - replay.fromSnapshotMs).toFixed(0)} ms`)
  const largest = sizes.at(-1)
  const memory = await withServer({ ...from, args: serverArgs, nodeArgs: inspectedArgs }, (server) =>
    measureMemory(server, options.idleMeetings, largest?.people ?? 0, largest?.rooms ?? 0),
  )
  return { sizes, replay, memory }
}

async function withServer<Result>(
  options: Parameters<typeof Server.start>[0],
  use: (server: Server) => Promise<Result>,
): Promise<Result> {
  const server = await Server.start(options)
  const stop = () => void server.stop().finally(() => process.exit(130))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
  try {
    return await use(server)
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeListener(signal, stop)
    await server.stop()
  }
}

function summary({ join, move, openAll, comeBack }: AtSize): string {
  const one = (name: string, { cpuMs, bytesPerOther }: Cost) =>
    `${name} ${cpuMs.toFixed(2)} ms of processor, ${bytesPerOther.toFixed(0)} bytes per other`
  const back = `everybody back at once ${comeBack.cpuMs.toFixed(2)} ms of processor each, ${comeBack.backMs.toFixed(0)} ms in all`
  return [one('join', join), one('move', move), one('open-all', openAll), back].join('; ')
}

function finish(run: Run): void {
  say(
    [toCostTable(run), toSizeTable(run), toLawTable(run), judgeAims(run), toMachineLine(run)]
      .map((block) => `\n${block}`)
      .join('\n'),
  )
  if (run.options.page) writeFileSync(run.options.page, toPage(run))
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
