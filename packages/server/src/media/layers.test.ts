// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { spatialLayerFor, spatialLayersOf } from './layers.ts'

describe('spatialLayerFor', () => {
  it.each([
    [90, 0],
    [180, 0],
    [225, 0],
    [226, 1],
    [360, 1],
    [450, 1],
    [720, 2],
    [2160, 2],
  ])('shows %i device pixels by layer %i of three', (height, layer) => {
    expect(spatialLayerFor(height, { layers: 3 })).toBe(layer)
  })

  it.each([
    [110, 0],
    [180, 1],
    [330, 2],
  ])('shows %i device pixels of a camera with 360 lines by layer %i of three', (height, layer) => {
    expect(spatialLayerFor(height, { layers: 3, topHeight: 360 })).toBe(layer)
  })

  it('chooses between two layers', () => {
    expect(spatialLayerFor(180, { layers: 2 })).toBe(0)
    expect(spatialLayerFor(720, { layers: 2 })).toBe(1)
  })

  it('has nothing to choose for audio or a single layer', () => {
    expect(spatialLayerFor(undefined, { layers: 3 })).toBeUndefined()
    expect(spatialLayerFor(720, { layers: 1 })).toBeUndefined()
  })
})

describe('spatialLayersOf', () => {
  it('counts simulcast encodings, else the layers of the one encoding', () => {
    expect(spatialLayersOf({ codecs: [], encodings: [{ rid: 'q' }, { rid: 'h' }, { rid: 'f' }] })).toBe(3)
    expect(spatialLayersOf({ codecs: [], encodings: [{ scalabilityMode: 'L2T3' }] })).toBe(2)
    expect(spatialLayersOf({ codecs: [], encodings: [{}] })).toBe(1)
    expect(spatialLayersOf({ codecs: [] })).toBe(1)
  })
})
