// SPDX-License-Identifier: Apache-2.0
// Turns what was measured into what people read: tables, the law by which costs grow, and whether the aims hold. Pure.
import { fitLine, growthPower } from '../statistics/fitLine.ts'
import { median, p95 } from '../statistics/percentile.ts'
import type { Cost } from './Gathering.ts'
import type { AtSize } from './measureMeeting.ts'
import type { Measured, Run } from './run.ts'

const commands = [
  { title: 'A join', of: (at: AtSize) => at.join },
  { title: 'A move', of: (at: AtSize) => at.move },
  { title: 'Opening all rooms', of: (at: AtSize) => at.openAll },
] as const

/** A join may cost every other person this much. */
const joinAimBytes = 400
/** Snapshot of the new room, end of the old one, change of the meeting, and the moderators' own. */
const openAllAimMessages = 4

/** The largest size: Alcove, what it was before if that is known, and the bare server. */
export function toCostTable({ now, before, bare }: Run): string {
  const rows = commands.flatMap(({ title, of }, index) => {
    const own = costAtLargest(now, of)
    const old = before && costAtLargest(before, of)
    const base = bare[index]
    return [
      row(
        `${title}: until the last person was told, median (p95)`,
        'ms',
        told(own),
        old && told(old),
        base && told(base),
        ratio(median(own.toldMs), base && median(base.toldMs)),
      ),
      row(
        `${title}: processor time of the server`,
        'ms',
        own.cpuMs.toFixed(2),
        old?.cpuMs.toFixed(2),
        base?.cpuMs.toFixed(2),
        ratio(own.cpuMs, base?.cpuMs),
      ),
      row(
        `${title}: to each other person`,
        'bytes',
        own.bytesPerOther.toFixed(0),
        old?.bytesPerOther.toFixed(0),
        base?.bytesPerOther.toFixed(0),
        '',
      ),
      row(
        `${title}: to each other person`,
        'messages',
        own.messagesPerOther.toFixed(2),
        old?.messagesPerOther.toFixed(2),
        base?.messagesPerOther.toFixed(2),
        '',
      ),
    ]
  })
  const rest = [
    ...replayRows(now, before),
    row(
      'Memory for each meeting that nobody is connected to: heap',
      'kB',
      kilobytes(now.memory.heapPerIdleMeeting),
      before && kilobytes(before.memory.heapPerIdleMeeting),
      undefined,
      '',
    ),
    row(
      'Memory for each connected person: heap',
      'kB',
      kilobytes(now.memory.heapPerPerson),
      before && kilobytes(before.memory.heapPerPerson),
      undefined,
      '',
    ),
    row(
      'Memory for each connected person: process',
      'kB',
      kilobytes(now.memory.residentPerPerson),
      before && kilobytes(before.memory.residentPerPerson),
      undefined,
      '',
    ),
  ]
  const header = ['| What | Unit | Alcove | Before | Bare server | Alcove / bare |', '|---|---|--:|--:|--:|--:|']
  return [...header, ...rows, ...rest].join('\n')
}

/** How costs grow with the meeting. */
export function toSizeTable({ now }: Run): string {
  const header = [
    '| People | Rooms | Join: told, ms | CPU, ms | bytes per other | Move: told, ms | CPU, ms | bytes per other | Open all: told, ms | CPU, ms | bytes per other |',
    '|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|',
  ]
  const rows = now.sizes.map((at) => {
    const numbers = commands.flatMap(({ of }) => {
      const cost = of(at)
      return [median(cost.toldMs).toFixed(1), cost.cpuMs.toFixed(2), cost.bytesPerOther.toFixed(0)]
    })
    return `| ${[at.people, at.rooms, ...numbers].join(' | ')} |`
  })
  return [...header, ...rows].join('\n')
}

/** The law that the sizes follow: a straight line, and the power with which the cost grows between the sizes. */
export function toLawTable({ now }: Run): string {
  const header = ['| Processor time of | Law, n people | Explained by it | Grows as |', '|---|---|--:|--:|']
  const rows = commands.map(({ title, of }) => {
    const points = now.sizes.map((at) => [at.people, of(at).cpuMs] as const)
    const { start, slope, share } = fitLine(points)
    const line = `${start.toFixed(2)} ms ${slope < 0 ? '-' : '+'} ${(Math.abs(slope) * 1000).toFixed(1)} µs · n`
    return `| ${[title, line, `${(share * 100).toFixed(1)} %`, `n^${growthPower(points).toFixed(2)}`].join(' | ')} |`
  })
  return [...header, ...rows].join('\n')
}

export function judgeAims({ now }: Run): string {
  const join = costAtLargest(now, (at) => at.join)
  const openAll = costAtLargest(now, (at) => at.openAll)
  const aims = [
    [
      join.bytesPerOther <= joinAimBytes,
      `a join costs every other person at most ${joinAimBytes} bytes (${join.bytesPerOther.toFixed(0)})`,
    ],
    [
      openAll.messagesPerOther <= openAllAimMessages,
      `opening all rooms is one batch: at most ${openAllAimMessages} messages to each person (${openAll.messagesPerOther.toFixed(2)})`,
    ],
  ] as const
  return aims.map(([isHeld, text]) => `- ${isHeld ? 'held' : 'AIM MISSED'}: ${text}`).join('\n')
}

function replayRows(now: Measured, before: Measured | undefined): string[] {
  const { replay } = now
  if (!replay) return []
  const whole = ({ replay: of }: Measured) => of && (of.fromLogMs - of.fromSnapshotMs).toFixed(0)
  return [
    row(
      `Replay of ${replay.events} events of ${replay.people} people`,
      'ms',
      whole(now),
      before && whole(before),
      undefined,
      '',
    ),
    row(
      'Coming back to a seat in the same meeting, from its snapshot',
      'ms',
      replay.fromSnapshotMs.toFixed(0),
      before?.replay?.fromSnapshotMs.toFixed(0),
      undefined,
      '',
    ),
    row(
      'Everybody comes back at once, until the last one has their seat',
      'ms',
      replay.allBackMs.toFixed(0),
      before?.replay?.allBackMs.toFixed(0),
      undefined,
      '',
    ),
    row(
      'Everybody comes back at once: processor time of the server for each',
      'ms',
      replay.allBackCpuMs.toFixed(2),
      before?.replay?.allBackCpuMs.toFixed(2),
      undefined,
      '',
    ),
  ]
}

function costAtLargest({ sizes }: Measured, of: (at: AtSize) => Cost): Cost {
  const largest = sizes.at(-1)
  if (!largest) throw new Error('no size was measured')
  return of(largest)
}

function row(what: string, unit: string, ...cells: readonly (string | undefined)[]): string {
  return `| ${[what, unit, ...cells.map((cell) => cell ?? '')].join(' | ')} |`
}

function told({ toldMs }: Cost): string {
  return `${median(toldMs).toFixed(1)} (${p95(toldMs).toFixed(1)})`
}

function ratio(own: number, base: number | undefined): string {
  return base === undefined || base === 0 ? '' : (own / base).toFixed(2)
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(1)
}
