// SPDX-License-Identifier: Apache-2.0
// Zooming keeps the place under the pointer, and never shows what is beside the picture.
import { expect, it } from 'vitest'
import { moveBy, noZoom, toPinch, zoomAt } from './zoom.ts'

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

it('follows two fingers: apart enlarges, together goes back, side by side moves', () => {
  const other = { x: 100, y: 100 }
  const apart = toPinch({ x: 200, y: 100 }, { x: 300, y: 100 }, other)
  expect(apart).toEqual({ by: { x: 50, y: 0 }, factor: 2, middle: { x: 200, y: 100 } })
  expect(toPinch({ x: 300, y: 100 }, { x: 200, y: 100 }, other).factor).toBe(0.5)
  expect(toPinch(other, { x: 100, y: 150 }, other).factor).toBe(50)
  const around = toPinch({ x: 200, y: 100 }, { x: 100, y: 200 }, other)
  expect(around.factor).toBe(1)
})
