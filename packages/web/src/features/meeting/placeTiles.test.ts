// SPDX-License-Identifier: Apache-2.0
// Everybody has a place, in every layout and on every screen.
import { describe, expect, it } from 'vitest'
import { idOf, sampleView } from '../../testing/sampleView.ts'
import { type PlaceInput, placeTiles } from './placeTiles.ts'
import { toTiles } from './tiles.ts'

function tilesOf(count: number) {
  const people = Array.from({ length: count }, (_, index) => ({ id: `p${index}` }))
  return toTiles({ view: sampleView({ people }), remoteTracks: [], localTracks: [] })
}

const laptop = { width: 1248, height: 660 }
const phone = { width: 344, height: 480 }
const empty: PlaceInput = { size: laptop, tiles: [], screens: [], spokeLately: [], focus: undefined, page: 0 }

describe('tiles', () => {
  it('are up to 49 on a page of a laptop, with further pages of the same tile size', () => {
    const tiles = tilesOf(60)
    const first = placeTiles({ ...empty, tiles })
    expect(first).toMatchObject({ page: 0, pageCount: 2 })
    expect(first.tiles).toHaveLength(49)
    const last = placeTiles({ ...empty, tiles, page: 7 })
    expect(last.page).toBe(1)
    expect(last.tiles).toHaveLength(11)
    expect(last.tiles[0]?.rect).toEqual(first.tiles[0]?.rect)
  })

  it('stay where they are when the row to turn pages with comes', () => {
    for (const [size, most] of [
      [laptop, 49],
      [phone, 8],
    ] as const) {
      const full = placeTiles({ ...empty, size, tiles: tilesOf(most) })
      const over = placeTiles({ ...empty, size, tiles: tilesOf(most + 1) })
      expect([full.pageCount, over.pageCount]).toEqual([1, 2])
      expect(over.tiles.map(({ rect }) => rect)).toEqual(full.tiles.map(({ rect }) => rect))
      for (const { rect } of over.tiles) expect(rect.y + rect.height).toBeLessThanOrEqual(size.height - 40)
    }
  })

  it('leave a place for what to do next when one is alone', () => {
    expect(placeTiles({ ...empty, tiles: tilesOf(1) }).hint).toBeDefined()
    expect(placeTiles({ ...empty, tiles: tilesOf(2) }).hint).toBeUndefined()
  })
})

describe('one large', () => {
  const focus = { type: 'person', participantId: idOf('p3') } as const

  it.each([laptop, phone])('gives the most room to it and a strip to the others', (size) => {
    const placed = placeTiles({ ...empty, size, tiles: tilesOf(4), focus })
    const [large, ...others] = placed.tiles
    expect(large?.tile.participantId).toBe('p3')
    for (const { rect } of others)
      expect(rect.width * rect.height).toBeLessThan((large?.rect.width ?? 0) * (large?.rect.height ?? 0) * 0.5)
  })

  it('counts those who do not fit, and keeps the other screens in sight', () => {
    const screens = ['p1', 'p2'].map((id) => ({ participantId: idOf(id), name: id, track: undefined }))
    const onScreen = { type: 'screen', participantId: idOf('p2') } as const
    const placed = placeTiles({ ...empty, tiles: tilesOf(40), screens, focus: onScreen })
    expect(placed.screens.map(({ screen, isStage }) => [screen.participantId, isStage])).toEqual([
      ['p2', true],
      ['p1', false],
    ])
    expect(placed.tiles.length + (placed.more?.count ?? 0)).toBe(40)
  })
})
