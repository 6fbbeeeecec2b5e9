// SPDX-License-Identifier: Apache-2.0
// The stage leaves no overlap, on wide and on tall areas.
import { describe, expect, it } from 'vitest'
import { layOutStage, type StageOptions, stripCapacityOf } from './stage.ts'

const options: StageOptions = { gap: 12, stripShare: 0.2, minStrip: 130, maxStrip: 300, tileAspect: 16 / 10 }

describe('layOutStage', () => {
  it('gives a lone screen the whole area', () => {
    expect(layOutStage({ width: 800, height: 600 }, 0, options).stage).toEqual({ x: 0, y: 0, width: 800, height: 600 })
  })

  it('puts the strip beside the screen on wide areas', () => {
    const { stage, strip } = layOutStage({ width: 1200, height: 640 }, 3, options)
    expect(strip).toHaveLength(3)
    expect(stage.width + options.gap).toBe(strip[0]?.x)
    expect(strip.every((rect) => rect.x + rect.width === 1200 && rect.y >= 0 && rect.y + rect.height <= 640)).toBe(true)
  })

  it('puts the strip below the screen on phones', () => {
    const { stage, strip } = layOutStage({ width: 340, height: 500 }, 2, options)
    expect(strip).toHaveLength(2)
    expect(stage.height + options.gap).toBe(strip[0]?.y)
    expect(strip.every((rect) => rect.y + rect.height <= 500)).toBe(true)
  })

  it('says how many faces fit', () => {
    expect(stripCapacityOf({ width: 1200, height: 640 }, options)).toBe(4)
  })
})
