// SPDX-License-Identifier: Apache-2.0
// `npm run bench -- move`: how long a move between rooms takes for ears and eyes, beside leaving one meeting and joining another in the same
// run. Real server, real Chromium, real media, at several round trip times. Says whether the aims hold; a missed aim is no failure.
import { writeFileSync } from 'node:fs'
import { pause } from '@alcove/e2e'
import { describeMachine, watchLoad } from './machine/describeMachine.ts'
import { MoveStage } from './move/MoveStage.ts'
import { measureStep, type Sample } from './move/measureStep.ts'
import { type MoveOptions, readOptions } from './move/options.ts'
import { judgeAims, toAimLines, toTable } from './move/report.ts'
import { type Run, toMachineLine, toPage } from './move/toPage.ts'

/** Enough that waiting for the next picture does not outweigh what is measured. */
const picturesPerSecond = 15
/** After the round trip time changed: longer than the largest jitter buffer. */
const settleMs = 1_500

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
})

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  const startedAt = Date.now()
  const endLoad = watchLoad()
  const stage = await MoveStage.open(1000 / picturesPerSecond)
  const stop = () => void stage.close().finally(() => process.exit(130))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
  let samples: Sample[]
  try {
    samples = await measureAll(stage, options)
  } finally {
    await stage.close()
  }
  finish({
    options,
    picturesPerSecond,
    date: new Date().toISOString().slice(0, 10),
    machine: describeMachine(),
    chromium: stage.chromium,
    load: endLoad(),
    tookMs: Date.now() - startedAt,
    samples,
  })
}

function finish(run: Run): void {
  const { out, page } = run.options
  say(`\n${toTable(run.samples)}\n\n${toAimLines(judgeAims(run.samples))}\n\n${toMachineLine(run)}`)
  if (out) writeFileSync(out, JSON.stringify(run, undefined, 1))
  if (page) writeFileSync(page, toPage(run))
}

async function measureAll(stage: MoveStage, { moves, roundTripsMs }: MoveOptions): Promise<Sample[]> {
  const samples: Sample[] = []
  // There and back make two moves.
  const rounds = Math.ceil(moves / 2)
  for (const roundTripMs of roundTripsMs) {
    stage.line.setRoundTrip(roundTripMs)
    await pause(settleMs)
    // Caches, compiled code and bandwidth estimates are not what is measured.
    say(`${roundTripMs} ms, warm-up: ${(await measureRound(stage, roundTripMs)).map(summary).join('; ')}`)
    for (let round = 1; round <= rounds; round += 1) {
      const found = await measureRound(stage, roundTripMs)
      samples.push(...found)
      say(`${roundTripMs} ms, round ${round} of ${rounds}: ${found.map(summary).join('; ')}`)
    }
  }
  return samples
}

/** There and back in both ways, one after the other, so that whatever else the machine does meets both alike. */
async function measureRound(stage: MoveStage, roundTripMs: number): Promise<Sample[]> {
  const { main, breakout, elsewhere } = stage.places
  return [
    await measureStep(stage, { way: 'alcove', roundTripMs, from: main, to: breakout }),
    await measureStep(stage, { way: 'alcove', roundTripMs, from: breakout, to: main }),
    await measureStep(stage, { way: 'baseline', roundTripMs, from: main, to: elsewhere }),
    await measureStep(stage, { way: 'baseline', roundTripMs, from: elsewhere, to: main }),
  ]
}

function summary({ way, firstSoundMs, firstPictureMs, moverGapMs, stayersGapMs }: Sample): string {
  const [sound, picture, gap, stayers] = [firstSoundMs, firstPictureMs, moverGapMs, Math.max(...stayersGapMs)].map(
    (ms) => ms.toFixed(0),
  )
  return `${way} sound ${sound}, picture ${picture}, gap ${gap}, stayers ${stayers}`
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
