// SPDX-License-Identifier: Apache-2.0
// The page that is kept of a run: how it was measured, on what, and what came out. Pure.
import type { Load, MachineFacts } from '../machine/describeMachine.ts'
import type { Sample } from './measureStep.ts'
import type { MoveOptions } from './options.ts'
import { judgeAims, toAimLines, toTable } from './report.ts'

export interface Run {
  readonly options: MoveOptions
  readonly picturesPerSecond: number
  /** ISO, the day only. */
  readonly date: string
  readonly machine: MachineFacts
  readonly chromium: string
  readonly load: Load
  readonly tookMs: number
  readonly samples: readonly Sample[]
}

export function toPage(run: Run): string {
  const { moves, roundTripsMs } = run.options
  return `# Moving between rooms

Made by \`npm run bench -- move --moves ${moves} --round-trips ${roundTripsMs.join(',')} --page bench/results/move.md\` on ${run.date}.

${toTable(run.samples)}

${toAimLines(judgeAims(run.samples))}

${toMachineLine(run)}

## What was measured

- A real server process and a real Chromium. Seven people, each with two tones and a colour of their own, 160x90 at ${run.picturesPerSecond} pictures per second; two speak in each room, so that whoever stays hears
  somebody all the time. Everything goes through a relay in user space that holds every packet back half of the added round trip, media and signaling alike.
- **Alcove**: the mover takes themselves from one room of a meeting to another one, ${moves} times for each round trip. A moderator who moves somebody takes the same way.
- **Baseline**, in turn with it: the same mover leaves one meeting and joins another one with a new connection, new transports and new producers, which is how rooms that are conferences of their own work. It is
  spared much: camera and microphone stay open, code is loaded, joining does not wait for leaving, TCP connects without the added round trip, there is no TLS.
- **Sound** is recorded as samples in the audio thread and looked at afterwards: when the tone of which person was there, in windows of 20 ms every 2.5 ms. A gap is the longest time without any remote tone from the
  command until 0.7 s after the last picture, so what falters later counts too. An edge is placed within 5 ms, a time from the command within about 10 ms.
- **A picture** counts when it has the colour of somebody in the new room and was handed to the screen. Waiting for the sender's next picture is part of it: ${(500 / run.picturesPerSecond).toFixed(0)} ms on average, in both ways alike.
- The first round of each round trip is not counted. Times depend on the machine; the ratios are what to compare.
`
}

export function toMachineLine({ machine, chromium, load, samples, tookMs }: Run): string {
  const { cores, cpu, memoryGb, system, node } = machine
  const drift = Math.max(...samples.map(({ driftMs }) => driftMs))
  const paint = Math.max(...samples.map(({ longestPaintMs }) => longestPaintMs))
  return [
    `${cores} cores (${cpu}), ${memoryGb} GB, ${system}, Node ${node}, Chromium ${chromium}; server, browser and relay share them.`,
    `Cores ${(load.busy * 100).toFixed(0)} % busy; load ${load.averageBefore.toFixed(1)} before, ${load.averageAfter.toFixed(1)} after.`,
    `The mover's page was painted at least every ${paint.toFixed(0)} ms; clocks of sound and page drifted at most ${drift.toFixed(0)} ms.`,
    `Took ${(tookMs / 1000).toFixed(0)} s.`,
  ].join(' ')
}
