// SPDX-License-Identifier: Apache-2.0
// Properties of the tile grid over many sizes, and the shapes that people know.
import { describe, expect, it } from 'vitest'
import { capacityOf, type GridOptions, layOutGrid, type Rect } from './tileGrid.ts'

const options: GridOptions = { gap: 12, minAspect: 0.8, maxAspect: 16 / 9, minTileWidth: 150, minTileHeight: 110 }
const areas = [
  { width: 340, height: 500 },
  { width: 908, height: 620 },
  { width: 1248, height: 660 },
  { width: 2200, height: 1300 },
]

function rowsOf(rects: readonly Rect[]): number[] {
  const rows = new Map<number, number>()
  for (const rect of rects) rows.set(rect.y, (rows.get(rect.y) ?? 0) + 1)
  return [...rows.values()]
}

describe('layOutGrid', () => {
  it('keeps every tile inside the area, of one size, in an allowed shape, apart by the gap', () => {
    for (const area of areas) {
      for (let count = 1; count <= 30; count += 1) {
        const rects = layOutGrid(area, count, options)
        expect(rects).toHaveLength(count)
        for (const [index, rect] of rects.entries()) {
          expect(rect.x).toBeGreaterThanOrEqual(0)
          expect(rect.y).toBeGreaterThanOrEqual(0)
          expect(rect.x + rect.width).toBeLessThanOrEqual(area.width)
          expect(rect.y + rect.height).toBeLessThanOrEqual(area.height)
          expect({ width: rect.width, height: rect.height }).toEqual({
            width: rects[0]?.width,
            height: rects[0]?.height,
          })
          expect(rect.width / rect.height).toBeGreaterThan(options.minAspect - 0.05)
          expect(rect.width / rect.height).toBeLessThan(options.maxAspect + 0.05)
          const next = rects[index + 1]
          if (next && next.y === rect.y) expect(next.x - rect.x - rect.width).toBe(options.gap)
        }
      }
    }
  })

  it('stands six people in two rows of three on a laptop and in three rows of two on a phone', () => {
    expect(rowsOf(layOutGrid({ width: 908, height: 620 }, 6, options))).toEqual([3, 3])
    expect(rowsOf(layOutGrid({ width: 340, height: 500 }, 6, options))).toEqual([2, 2, 2])
  })

  it('centres an incomplete last row', () => {
    const rects = layOutGrid({ width: 908, height: 620 }, 5, options)
    const last = rects.slice(3)
    const left = last[0]?.x ?? 0
    const right = 908 - (last[1]?.x ?? 0) - (last[1]?.width ?? 0)
    expect(Math.abs(left - right)).toBeLessThanOrEqual(1)
  })

  it('gives nothing for no area or nobody', () => {
    expect(layOutGrid({ width: 0, height: 100 }, 3, options)).toEqual([])
    expect(layOutGrid({ width: 100, height: 100 }, 0, options)).toEqual([])
  })
})

describe('capacityOf', () => {
  it('is at least one and grows with the area', () => {
    expect(capacityOf({ width: 10, height: 10 }, options)).toBe(1)
    expect(capacityOf({ width: 340, height: 500 }, options)).toBe(8)
    expect(capacityOf({ width: 1248, height: 660 }, options)).toBe(35)
  })
})
