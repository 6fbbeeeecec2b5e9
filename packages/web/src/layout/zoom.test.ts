// SPDX-License-Identifier: Apache-2.0
// Zooming keeps the place under the pointer, and never shows what is beside the picture.
import { expect, it } from 'vitest'
import { moveBy, noZoom, zoomAt } from './zoom.ts'

const frame = { width: 800, height: 600 }

it('keeps the point under the pointer', () => {
  const point = { x: 100, y: -50 }
  const zoom = zoomAt(noZoom, 2, point, frame)
  expect(zoom).toEqual({ scale: 2, x: -100, y: 50 })
  // The content at the point: (point - shift) / scale is the same before and after.
  expect((point.x - zoom.x) / zoom.scale).toBe(point.x)
})

it('stays between the whole picture and six times as large', () => {
  expect(zoomAt(noZoom, 0.5, { x: 0, y: 0 }, frame)).toEqual(noZoom)
  expect(zoomAt(noZoom, 100, { x: 0, y: 0 }, frame).scale).toBe(6)
})

it('moves no further than the edge of the picture', () => {
  const zoom = zoomAt(noZoom, 2, { x: 0, y: 0 }, frame)
  expect(moveBy(zoom, { x: 9999, y: -9999 }, frame)).toEqual({ scale: 2, x: 400, y: -300 })
  expect(moveBy(noZoom, { x: 50, y: 50 }, frame)).toEqual(noZoom)
})
