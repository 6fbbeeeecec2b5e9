// SPDX-License-Identifier: Apache-2.0
// How long it takes to bring a meeting back from a long log: the server is killed, its snapshot taken away, and somebody comes back to their seat.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pause, type Server } from '@alcove/e2e'
import { protocolVersion } from '@alcove/protocol'
import { Line } from './Line.ts'
import { type Grown, meetingName } from './measureMeeting.ts'
import { cpuMs } from './processCost.ts'

export interface Replay {
  readonly events: number
  readonly people: number
  /** Until the one who comes back has their seat, ms: from the whole log, and from a snapshot. */
  readonly fromLogMs: number
  readonly fromSnapshotMs: number
  /** Everybody connects and comes back at once, as after a restart: until the last one has their seat, and processor time of the server for each. */
  readonly allBackMs: number
  readonly allBackCpuMs: number
}

/** How long the lost connections of all people take to be recorded. */
const settleMs = 3_000

/** Opens and closes all rooms until the log is long enough, without anybody there but the moderator. */
export async function measureReplay(
  server: Server,
  { gathering, moderator, rooms }: Grown,
  events: number,
): Promise<Replay> {
  const people = gathering.lines.length
  for (const line of gathering.lines) if (line !== moderator) line.close()
  await pause(settleMs)
  // One move there and one back for everybody else, and three events for each room.
  const perTurn = 2 * (people - 1) + 3 * rooms
  for (let made = 0; made < events; made += perTurn) {
    await moderator.command('rooms.open')
    await moderator.command('rooms.close')
  }
  moderator.close()
  await pause(settleMs)
  await server.kill9()
  const found = Number(query(server, "SELECT sum(json_array_length(body, '$.events')) AS found FROM commits"))
  query(server, 'DELETE FROM snapshots')
  await server.startAgain()
  const fromLogMs = await comeBack(server, moderator)
  // A server that ends in order writes a snapshot. Nobody is connected by then, or the meeting would be loaded by the start already.
  await server.end('SIGTERM')
  await server.startAgain()
  const fromSnapshotMs = await comeBack(server, moderator)
  const { tookMs: allBackMs, cpuMs: allBackCpuMs } = await comeBackTogether(server, gathering.lines)
  return { events: found, people, fromLogMs, fromSnapshotMs, allBackMs, allBackCpuMs }
}

async function comeBack(server: Server, seat: Line): Promise<number> {
  const line = await openLine(server, seat)
  const startedAt = performance.now()
  await line.resume(seat)
  const tookMs = performance.now() - startedAt
  line.close()
  await pause(settleMs / 10)
  return tookMs
}

async function comeBackTogether(server: Server, seats: readonly Line[]): Promise<{ tookMs: number; cpuMs: number }> {
  const startedAt = performance.now()
  const cpuBefore = cpuMs(server.pid)
  const lines = await Promise.all(
    seats.map(async (seat) => {
      const line = await openLine(server, seat)
      await line.resume(line)
      return line
    }),
  )
  const tookMs = performance.now() - startedAt
  const cost = (cpuMs(server.pid) - cpuBefore) / seats.length
  for (const line of lines) line.close()
  await pause(settleMs)
  return { tookMs, cpuMs: cost }
}

async function openLine(server: Server, { participantId, resumeToken }: Line): Promise<Line> {
  const line = await Line.open(server.url, { protocol: protocolVersion, meeting: meetingName }, () => {})
  return Object.assign(line, { participantId, resumeToken })
}

/** In a process of its own: the database's driver belongs to the server. */
function query(server: Server, statement: string): string {
  const script = `
    const { DatabaseSync } = require('node:sqlite')
    const database = new DatabaseSync(process.argv[1])
    process.stdout.write(String(database.prepare(process.argv[2]).get()?.found))
    database.close()`
  return execFileSync(process.execPath, ['-e', script, join(server.dataDir, 'alcove.db'), statement], {
    encoding: 'utf8',
  })
}
