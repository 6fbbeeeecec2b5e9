// SPDX-License-Identifier: Apache-2.0
// What came out, as a table, the aims, and the page that is kept. Pure.
import type { Load, MachineFacts } from '../machine/describeMachine.ts'
import { median } from '../statistics/percentile.ts'
import type { BoardFound } from './measureBoard.ts'

export interface BoardRun {
  readonly command: string
  /** ISO, the day only. */
  readonly date: string
  readonly machine: MachineFacts
  readonly load: Load
  readonly tookMs: number
  /** The smallest first: the baseline. */
  readonly found: readonly BoardFound[]
}

interface Row {
  readonly what: string
  /** Absent: nothing was promised of it. */
  readonly limitMs?: number
  readonly of: (found: BoardFound) => readonly number[]
}

const measures: readonly Row[] = [
  { what: 'Longest task of a drag by mouse', limitMs: 50, of: ({ dragLongestMs }) => dragLongestMs },
  { what: 'The same, of it on a processor', of: ({ dragProcessorMs }) => dragProcessorMs },
  {
    what: 'Longest task of the first drag after keys were used',
    limitMs: 50,
    of: ({ dragAfterKeysMs }) => dragAfterKeysMs,
  },
  { what: 'Key to picked up', limitMs: 300, of: ({ pickUpMs }) => pickUpMs },
  { what: 'Patch for one person to painted', limitMs: 100, of: ({ patchMs }) => patchMs },
  { what: 'Open all, first message to painted', limitMs: 500, of: ({ openAllMs }) => openAllMs },
  { what: 'Pane of rooms and people, click to painted', of: ({ paneMs }) => paneMs },
  { what: 'Patch for one person in the pane to painted', of: ({ panePatchMs }) => panePatchMs },
]

export function toSummary(run: BoardRun): string {
  return [toTable(run.found), '', ...toAimLines(run.found), '', toMachineLine(run)].join('\n')
}

export function toPage(run: BoardRun): string {
  return `# The board

Made by \`${run.command} --page bench/results/board.md\` on ${run.date}.

${toSummary(run)}

## What was measured

- A real server, one moderator in a real Chromium at 1440x900 with the board open, and people over real connections without media, five in each room. The meetings of the two columns are measured one after the other in one
  run, each on a server and in a browser of its own; the first round of each is not counted.
- **A drag by mouse** goes over the cards on screen in 40 steps for a second, is dropped on another room. Tasks are those of the page's main thread in Chromium's own trace; what
  they did not run on a processor they waited for one that the server, the other people or the browser's other processes had.
  A drag follows another one; the first one after keys were used is shown by itself, because its press tells every list and every card on screen that people point by mouse now.
- Server and people give way to the browser (niceness 10): whoever moderates does not share a processor with the server and everybody else.
- **Picked up** is from the key event of Enter on a chip's handle until the chip was painted as carried.
- **A patch** is somebody on screen who raises a hand: from the message that came in until the mark was painted.
- **Open all** takes everybody from the main room to their rooms: from the first message that came in after the command until the tray was painted empty but for the moderator.
- **The pane** beside the meeting lists the same rooms and people: from the click until its rooms were painted; a patch there is the same raised hand.
- Cards mounted are those in the page while the board stands at its top.
- Times depend on the machine; the ratios are what to compare.
`
}

function toTable(found: readonly BoardFound[]): string {
  const [baseline, ...others] = found
  if (!baseline) return ''
  const columns = [baseline, ...others]
  const head = columns.map(({ rooms, people }) => `${people} people, ${rooms} rooms`)
  const row = (what: string, cells: readonly string[], ratio = '') => `| ${what} | ${cells.join(' | ')} | ${ratio} |`
  const last = columns.at(-1) ?? baseline
  return [
    row('In milliseconds: median (highest)', head, 'Ratio of medians'),
    `|---|${columns.map(() => '--:').join('|')}|--:|`,
    ...measures.map(({ what, of }) =>
      row(
        what,
        columns.map((one) => `${median(of(one)).toFixed(0)} (${Math.max(...of(one)).toFixed(0)})`),
        (median(of(last)) / median(of(baseline))).toFixed(2),
      ),
    ),
    row(
      'Tasks over 50 ms in all drags after another one',
      columns.map(({ dragLongTasks }) => `${dragLongTasks}`),
    ),
    row(
      'Cards mounted',
      columns.map(({ mounted }) => `${mounted}`),
    ),
  ].join('\n')
}

function toAimLines(found: readonly BoardFound[]): readonly string[] {
  return found.flatMap((one) =>
    measures.flatMap(({ what, limitMs, of }) => {
      if (limitMs === undefined) return []
      const highest = Math.max(...of(one))
      return `- ${highest <= limitMs ? 'held' : 'missed'}: ${what}, ${one.rooms} rooms: at most ${limitMs} ms (${highest.toFixed(0)} ms)`
    }),
  )
}

function toMachineLine({ machine, load, tookMs }: BoardRun): string {
  const { cores, cpu, memoryGb, system, node } = machine
  return `${cores} cores (${cpu}), ${memoryGb} GB, ${system}, Node ${node}; server, browser and people share them. Cores ${(load.busy * 100).toFixed(0)} % busy; load ${load.averageBefore.toFixed(1)} before, ${load.averageAfter.toFixed(1)} after. Took ${(tookMs / 1000).toFixed(0)} s.`
}
