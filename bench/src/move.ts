// SPDX-License-Identifier: Apache-2.0
// `npm run bench -- move`: how long a move between rooms takes for ears and eyes, beside leaving one meeting and joining another in the same
// run. Real server, real Chromium, real media, at several round trip times. Says whether the aims hold; a missed aim is no failure.
import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { pause } from '@alcove/e2e'
import { describeMachine, watchLoad } from './machine/describeMachine.ts'
import { MoveStage } from './move/MoveStage.ts'
import { measureStep, type Sample } from './move/measureStep.ts'
import { type MoveOptions, parseOptions } from './move/options.ts'
import { judgeAims, toAimLines, toTable } from './move/report.ts'

/** 15 pictures a second: waiting for the next one costs the first picture 33 ms on average, in both ways alike. */
const pictureMs = 67
/** After the round trip time changed: longer than the largest jitter buffer. */
const settleMs = 1_500

const options = parseOptions(process.argv.slice(2))
const startedAt = Date.now()
const say = (text: string) => process.stdout.write(`${text}\n`)

const stage = await MoveStage.open(pictureMs)
try {
  await report(options)
} finally {
  await stage.close()
}

async function report({ out, ...rest }: MoveOptions): Promise<void> {
  const machine = { ...describeMachine(), chromium: stage.chromium }
  const averageBefore = loadavg()[0] ?? 0
  const load = watchLoad()
  const samples = await measureAll(rest)
  const { busy, average } = load()
  const aims = judgeAims(samples)
  say(`\n${toTable(samples)}\n`)
  say(`${toAimLines(aims)}\n`)
  say(
    `${machine.cores} cores (${machine.cpu}), ${machine.memoryGb} GB, ${machine.system}, Node ${machine.node}, Chromium ${machine.chromium}. ` +
      `Cores ${(busy * 100).toFixed(0)} % busy; load ${averageBefore.toFixed(1)} before, ${average.toFixed(1)} after. ` +
      `Took ${((Date.now() - startedAt) / 1000).toFixed(0)} s.`,
  )
  if (out) writeFileSync(out, JSON.stringify({ machine, busy, average, averageBefore, aims, samples }, undefined, 1))
}

async function measureAll({ moves, roundTripsMs }: Omit<MoveOptions, 'out'>): Promise<Sample[]> {
  const samples: Sample[] = []
  for (const roundTripMs of roundTripsMs) {
    stage.line.setRoundTrip(roundTripMs)
    await pause(settleMs)
    // The first round of each is not counted: caches, compiled code, bandwidth estimates.
    const rounds = Math.ceil(moves / 2) + 1
    for (let round = 0; round < rounds; round += 1) {
      const found = await measureRound(roundTripMs)
      if (round > 0) samples.push(...found)
      say(`${roundTripMs} ms, round ${round} of ${rounds - 1}: ${found.map(summary).join('; ')}`)
    }
  }
  return samples
}

/** There and back in both ways, one after the other, so that whatever else the machine does meets both alike. */
async function measureRound(roundTripMs: number): Promise<Sample[]> {
  const { main, breakout, elsewhere } = stage.places
  return [
    await measureStep(stage, { way: 'alcove', roundTripMs, from: main, to: breakout }),
    await measureStep(stage, { way: 'alcove', roundTripMs, from: breakout, to: main }),
    await measureStep(stage, { way: 'baseline', roundTripMs, from: main, to: elsewhere }),
    await measureStep(stage, { way: 'baseline', roundTripMs, from: elsewhere, to: main }),
  ]
}

function summary({ way, firstSoundMs, firstPictureMs, moverGapMs, stayersGapMs }: Sample): string {
  const numbers = [firstSoundMs, firstPictureMs, moverGapMs, Math.max(...stayersGapMs)].map((ms) => ms.toFixed(0))
  return `${way} sound ${numbers[0]}, picture ${numbers[1]}, gap ${numbers[2]}, stayers ${numbers[3]}`
}
