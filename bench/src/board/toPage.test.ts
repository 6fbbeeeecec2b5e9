// SPDX-License-Identifier: Apache-2.0
// What is said of a run: the highest counts for an aim, and only aims are judged.
import { expect, test } from 'vitest'
import type { BoardFound } from './measureBoard.ts'
import { type BoardRun, toSummary } from './toPage.ts'

const found = (rooms: number, dragMs: readonly number[]): BoardFound => ({
  rooms,
  people: rooms * 5,
  mounted: 12,
  dragAfterKeysMs: [9_000],
  dragLongestMs: dragMs,
  dragProcessorMs: [10],
  dragLongTasks: dragMs.filter((ms) => ms > 50).length,
  pickUpMs: [60],
  patchMs: [40],
  openAllMs: [300],
  paneMs: [9_000],
  panePatchMs: [9_000],
})

const run = (first: BoardFound, last: BoardFound): BoardRun => ({
  command: 'npm run bench -- board',
  date: '2026-11-26',
  machine: { cores: 2, cpu: 'any', memoryGb: 24, system: 'linux x64', node: 'v24.21.0' },
  load: { busy: 0.5, averageBefore: 0.1, averageAfter: 1 },
  tookMs: 1_000,
  found: [first, last],
})

test('an aim is missed by one that is too slow, however good the median is', () => {
  const summary = toSummary(run(found(10, [20, 20, 20]), found(100, [40, 40, 51])))
  expect(summary).toContain('| Longest task of a drag by mouse | 20 (20) | 40 (51) | 2.00 |')
  expect(summary).toContain('- held: Longest task of a drag by mouse, 10 rooms: at most 50 ms (20 ms)')
  expect(summary).toContain('- missed: Longest task of a drag by mouse, 100 rooms: at most 50 ms (51 ms)')
})

test('what nothing was promised of is shown and not judged', () => {
  const summary = toSummary(run(found(10, [20]), found(100, [20])))
  expect(summary).toContain('| Pane of rooms and people, click to painted | 9000 (9000) |')
  expect(summary).not.toMatch(/(held|missed): Pane/)
})
