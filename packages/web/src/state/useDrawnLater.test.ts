// SPDX-License-Identifier: Apache-2.0
// What may be drawn later is not put off for ever. React's own part, putting it off, is not played here: it never finds the time.
import { expect, it } from 'vitest'
import { isTooLate, nextLag } from './useDrawnLater.ts'

/** What a page shows that is drawn anew at each of these times, where what was put off never gets its turn. */
function draw(times: readonly number[]): readonly number[] {
  let since: number | undefined
  let drawn = times[0] ?? 0
  return times.map((value) => {
    if (isTooLate(since, value)) drawn = value
    since = nextLag(since, drawn !== value, value)
    return drawn
  })
}

it('stays behind for a second at most while the page is busy', () => {
  const times = Array.from({ length: 60 }, (_, index) => index * 100)
  const lags = draw(times).map((drawn, index) => (times[index] ?? 0) - drawn)
  expect(Math.max(...lags)).toBe(1100)
  expect(lags.filter((lag) => lag === 0).length).toBeGreaterThan(4)
})

it('counts the second anew once it has caught up', () => {
  expect(nextLag(nextLag(undefined, true, 100), true, 900)).toBe(100)
  expect(nextLag(100, false, 900)).toBeUndefined()
  expect(isTooLate(nextLag(undefined, true, 950), 1_200)).toBe(false)
})

it('is never too late where nothing was put off', () => {
  expect(isTooLate(undefined, 1e9)).toBe(false)
})
