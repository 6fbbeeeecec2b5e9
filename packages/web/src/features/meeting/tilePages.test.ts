// SPDX-License-Identifier: Apache-2.0
// Everybody stands on exactly one page, and the first page keeps its people.
import { expect, it } from 'vitest'
import { idOf, sampleView } from '../../testing/sampleView.ts'
import { pageSizeOf, toPages } from './tilePages.ts'
import { toTiles } from './tiles.ts'

function tilesOf(count: number) {
  const people = Array.from({ length: count }, (_, index) => ({ id: `p${index}` }))
  return toTiles({ view: sampleView({ people }), remoteTracks: [], localTracks: [] })
}

it('is one page while everybody fits', () => {
  const tiles = tilesOf(9)
  expect(toPages(tiles, 9, [])).toEqual([tiles])
  expect(toPages([], 9, [])).toEqual([[]])
})

it('has everybody once, oneself and who spoke lately on the first page', () => {
  const pages = toPages(tilesOf(120), pageSizeOf(400), [idOf('p110')])
  expect(pages.map((page) => page.length)).toEqual([49, 49, 22])
  const ids = pages.flat().map((tile) => tile.participantId)
  expect(new Set(ids).size).toBe(120)
  const first = pages[0]?.map((tile) => tile.participantId) ?? []
  expect(first).toContain('p0')
  expect(first).toContain('p110')
})
