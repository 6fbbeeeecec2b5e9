// SPDX-License-Identifier: Apache-2.0
// Memory of the server for each meeting that nobody is connected to, and for each connected person. The heap is read after a full collection, through
// Node's inspector; the process holds more than that for sockets.
import { pause, type Server, waitFor } from '@alcove/e2e'
import { protocolVersion } from '@alcove/protocol'
import { Gathering } from './Gathering.ts'
import { Line } from './Line.ts'
import { residentBytes } from './processCost.ts'

export interface Memory {
  /** Bytes. */
  readonly heapPerIdleMeeting: number
  readonly heapPerPerson: number
  readonly residentPerPerson: number
  readonly idleMeetings: number
  readonly people: number
}

/** Flags of Node under which a server lets itself be looked into. */
export const inspectedArgs = ['--inspect=127.0.0.1:0']

const settleMs = 1_000
/** Falling by less than this from one look to the next is standing still. */
const settledBytes = 100 * 1024
const mostTries = 15
const warmUpMeetings = 100

export async function measureMemory(
  server: Server,
  idleMeetings: number,
  people: number,
  rooms: number,
): Promise<Memory> {
  // What the first meetings bring into memory is not theirs.
  for (let index = 0; index < warmUpMeetings; index += 1) await visit(server, `first-${index}`)
  const before = await measureSettled(server)
  for (let index = 0; index < idleMeetings; index += 1) await visit(server, `idle-${index}`)
  const idle = await measureSettled(server)

  const gathering = new Gathering(server.url, server.pid, { protocol: protocolVersion, meeting: 'crowded' })
  for (let index = 0; index < people; index += 1) {
    const line = await gathering.open()
    await line.join(`Participant ${index + 1}`)
    gathering.lines.push(line)
  }
  const [moderator] = gathering.lines
  for (let index = 0; index < rooms; index += 1) await moderator?.command('room.create')
  await moderator?.command('rooms.assign', { who: 'everybody' })
  const full = await measureSettled(server)
  gathering.close()
  return {
    heapPerIdleMeeting: (idle.heap - before.heap) / idleMeetings,
    heapPerPerson: (full.heap - idle.heap) / people,
    residentPerPerson: (full.resident - idle.resident) / people,
    idleMeetings,
    people,
  }
}

/** One person comes, and goes by losing the connection. */
async function visit(server: Server, meeting: string): Promise<void> {
  const line = await Line.open(server.url, { protocol: protocolVersion, meeting }, () => {})
  await line.join('Somebody')
  line.close()
}

interface Measured {
  readonly heap: number
  readonly resident: number
}

/** Once it falls no more: what closed connections held is let go of over seconds. */
async function measureSettled(server: Server): Promise<Measured> {
  let last = await measure(server)
  for (let tries = 0; tries < mostTries; tries += 1) {
    await pause(settleMs)
    const next = await measure(server)
    if (last.heap - next.heap < settledBytes) return next
    last = next
  }
  return last
}

async function measure(server: Server): Promise<Measured> {
  const url = /Debugger listening on (ws:\S+)/.exec(server.output())?.[1]
  if (url === undefined) throw new Error('the server does not let itself be looked into')
  const inspector = new WebSocket(url)
  const answers = new Map<number, { readonly usedSize?: number }>()
  inspector.onmessage = ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as { id: number; result: { usedSize?: number } }
    answers.set(id, result)
  }
  await new Promise((resolve, reject) => {
    inspector.onopen = resolve
    inspector.onerror = reject
  })
  const methods = ['HeapProfiler.collectGarbage', 'HeapProfiler.collectGarbage', 'Runtime.getHeapUsage']
  for (const [id, method] of methods.entries()) inspector.send(JSON.stringify({ id, method }))
  await waitFor(() => (answers.size === methods.length ? undefined : 'the inspector has not answered'))
  inspector.close()
  const heap = answers.get(methods.length - 1)?.usedSize
  if (heap === undefined) throw new Error('the inspector tells no heap')
  return { heap, resident: residentBytes(server.pid) }
}
