// SPDX-License-Identifier: Apache-2.0
// How a shared screen is enlarged and moved within its frame. Pure maths in CSS pixels.
import type { Size } from './tileGrid.ts'

/** The picture is drawn `scale` times as large and shifted by x and y from the middle. */
export interface Zoom {
  readonly scale: number
  readonly x: number
  readonly y: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

export const noZoom: Zoom = { scale: 1, x: 0, y: 0 }
const mostScale = 6

/** What is under the point (from the middle of the frame) stays under it. */
export function zoomAt(zoom: Zoom, factor: number, point: Point, frame: Size): Zoom {
  const scale = Math.min(mostScale, Math.max(1, zoom.scale * factor))
  const ratio = scale / zoom.scale
  return keepInside({ scale, x: point.x - (point.x - zoom.x) * ratio, y: point.y - (point.y - zoom.y) * ratio }, frame)
}

export function moveBy(zoom: Zoom, by: Point, frame: Size): Zoom {
  return keepInside({ ...zoom, x: zoom.x + by.x, y: zoom.y + by.y }, frame)
}

/** Two fingers, one of which moved: how far the middle between them went, and how much further apart they are. */
export function toPinch(before: Point, now: Point, other: Point): { by: Point; factor: number; middle: Point } {
  const apart = (one: Point) => Math.max(1, Math.hypot(one.x - other.x, one.y - other.y))
  return {
    by: { x: (now.x - before.x) / 2, y: (now.y - before.y) / 2 },
    factor: apart(now) / apart(before),
    middle: { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 },
  }
}

/** The enlarged picture always fills the frame. */
function keepInside({ scale, x, y }: Zoom, frame: Size): Zoom {
  const mostX = ((scale - 1) * frame.width) / 2
  const mostY = ((scale - 1) * frame.height) / 2
  return { scale, x: clamp(x, mostX), y: clamp(y, mostY) }
}

function clamp(value: number, most: number): number {
  // Adding 0 makes a negative zero a plain one.
  return Math.min(most, Math.max(-most, value)) + 0
}
