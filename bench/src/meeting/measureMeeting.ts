// SPDX-License-Identifier: Apache-2.0
// One meeting that grows: at each size, what a join, a move and opening all rooms cost.

import type { Server } from '@alcove/e2e'
import { protocolVersion } from '@alcove/protocol'
import { type Cost, Gathering, type Return } from './Gathering.ts'
import type { Line } from './Line.ts'

export interface AtSize {
  readonly people: number
  readonly rooms: number
  readonly join: Cost
  readonly move: Cost
  readonly openAll: Cost
  readonly comeBack: Return
}

export interface MeetingOptions {
  readonly sizes: readonly number[]
  /** Measured moves at each size. */
  readonly moves: number
  /** How often all rooms are opened at each size. */
  readonly openings: number
}

const peoplePerRoom = 5
/** The last joins before a size is reached are measured. */
const measuredJoins = 20
export const meetingName = 'crowded'

/** The meeting as it was left, all people there and all rooms closed. */
export interface Grown {
  readonly gathering: Gathering
  readonly moderator: Line
  readonly rooms: number
}

export async function measureMeeting(
  server: Server,
  { sizes, moves, openings }: MeetingOptions,
): Promise<{ readonly found: AtSize[]; readonly grown: Grown }> {
  const gathering = new Gathering(server.url, server.pid, { protocol: protocolVersion, meeting: meetingName })
  let moderator = await gathering.open()
  await moderator.join('Moderator')
  gathering.lines.push(moderator)
  const rooms: string[] = []
  const found: AtSize[] = []
  for (const people of sizes) {
    const join = await letIn(gathering, people)
    while (rooms.length < people / peoplePerRoom) rooms.push(String((await moderator.command('room.create')).roomId))
    await moderator.command('rooms.assign', { who: 'everybody', hold: true })
    await openAndClose(gathering, moderator)
    const openAll = await measureOpenings(gathering, moderator, openings)
    const move = await measureMoves(gathering, moderator, rooms, moves)
    await moderator.command('rooms.close')
    const comeBack = await gathering.measureReturn()
    moderator = gathering.lines[0] ?? moderator
    found.push({ people, rooms: rooms.length, join, move, openAll, comeBack })
  }
  return { found, grown: { gathering, moderator, rooms: rooms.length } }
}

/** @returns the cost of the last ones; few at a time wait for their seat, because a connection that takes none is closed. */
async function letIn(gathering: Gathering, people: number): Promise<Cost> {
  for (;;) {
    const first = gathering.lines.length
    const count = Math.min(measuredJoins, people - first)
    const newcomers: Line[] = []
    while (newcomers.length < count) newcomers.push(await gathering.open())
    const names = new Map(newcomers.map((line, index) => [line, `Participant ${first + index}`]))
    const cost = await gathering.measure(newcomers, (line) => line.join(names.get(line) ?? ''))
    if (gathering.lines.length >= people) return cost
  }
}

async function measureOpenings(gathering: Gathering, moderator: Line, openings: number): Promise<Cost> {
  const costs: Cost[] = []
  for (let opening = 0; opening < openings; opening += 1) {
    if (opening > 0) await close(gathering, moderator)
    costs.push(await open(gathering, moderator))
  }
  const mean = (of: (cost: Cost) => number) => costs.reduce((sum, cost) => sum + of(cost), 0) / costs.length
  return {
    toldMs: costs.flatMap(({ toldMs }) => toldMs),
    cpuMs: mean((cost) => cost.cpuMs),
    bytesPerOther: mean((cost) => cost.bytesPerOther),
    messagesPerOther: mean((cost) => cost.messagesPerOther),
    ownBytes: mean((cost) => cost.ownBytes),
  }
}

async function openAndClose(gathering: Gathering, moderator: Line): Promise<void> {
  await open(gathering, moderator)
  await close(gathering, moderator)
}

function open(gathering: Gathering, moderator: Line): Promise<Cost> {
  return gathering.measure(
    [moderator],
    () => moderator.command('rooms.open'),
    (line, before) => line.meetingVersion > before && (line === moderator || line.roomPart !== 'room:main'),
  )
}

function close(gathering: Gathering, moderator: Line): Promise<Cost> {
  return gathering.measure(
    [moderator],
    () => moderator.command('rooms.close'),
    (line, before) => line.meetingVersion > before && line.roomPart === 'room:main',
  )
}

/** People walk from their room into the next one. */
function measureMoves(gathering: Gathering, moderator: Line, rooms: readonly string[], moves: number): Promise<Cost> {
  const walkers = gathering.lines.filter((line) => line !== moderator)
  const givers = Array.from({ length: moves }, (_, index) => walkers[index % walkers.length]).filter(
    (line) => line !== undefined,
  )
  const nextTo = (line: Line): string => {
    const place = rooms.indexOf(line.roomPart.slice('room:'.length))
    return rooms[(place + 1) % rooms.length] ?? ''
  }
  return gathering.measure(givers, (line) =>
    line.command('participant.move', { participantId: line.participantId, roomId: nextTo(line) }),
  )
}
