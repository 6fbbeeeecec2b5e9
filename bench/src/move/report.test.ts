// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import type { Sample, Way } from './measureStep.ts'
import { judgeAims, toAimLines, toTable } from './report.ts'

function sample(way: Way, roundTripMs: number, firstPictureMs: number, gapMs = 50): Sample {
  return {
    way,
    roundTripMs,
    firstSoundMs: 100,
    firstPictureMs,
    allPicturesMs: firstPictureMs + 20,
    moverGapMs: gapMs,
    stayersGapMs: [0, 10],
    moverHeardMs: 120,
    steps: { acknowledgedMs: 20, toldMs: 20, tracksMs: 60 },
    longestPaintMs: 17,
    driftMs: 0,
  }
}

test('the table has Alcove beside the baseline for each round trip', () => {
  const samples = [0, 100].flatMap((ms) => [sample('alcove', ms, 200), sample('baseline', ms, 800)])
  const lines = toTable(samples).split('\n')
  expect(lines).toHaveLength(2 + 2 * 6)
  expect(lines).toContain('| 100 | Command to first picture | 200 | 200 | 1 | 800 | 800 | 1 | 0.25 | 0.25 |')
  expect(lines).toContain('| 0 | Gap in sound, those who stay | 5 | 10 | 2 | 5 | 10 | 2 |  |  |')
})

test('a picture at half of the time of the baseline is enough, later is not', () => {
  const judged = (own: number) => judgeAims([sample('alcove', 100, own), sample('baseline', 100, 800)]).at(-1)?.isHeld
  expect(judged(400)).toBe(true)
  expect(judged(401)).toBe(false)
})

test('a gap of 150 ms is too long, and a missed aim cannot be overlooked', () => {
  const aims = judgeAims([sample('alcove', 0, 200, 150), sample('baseline', 0, 800)])
  expect(aims.map(({ isHeld }) => isHeld)).toEqual([false, true])
  expect(toAimLines(aims)).toContain('AIM MISSED: Gap in sound, mover, at 0 ms added')
})
