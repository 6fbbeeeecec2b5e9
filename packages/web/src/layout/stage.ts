// SPDX-License-Identifier: Apache-2.0
// Where things stand while someone shares a screen: the screen gets the stage, faces a strip beside it (wide areas) or below it (tall ones).
import type { Rect, Size } from './tileGrid.ts'

export interface StageLayout {
  readonly stage: Rect
  /** As many as fit; who does not fit is the caller's choice. */
  readonly strip: readonly Rect[]
}

export interface StageOptions {
  readonly gap: number
  /** Share of the area's longer side that the strip may take, and its limits in pixels. */
  readonly stripShare: number
  readonly minStrip: number
  readonly maxStrip: number
  /** Width divided by height of a tile in the strip. */
  readonly tileAspect: number
}

/** Splits the area for one screen and up to `count` faces. */
export function layOutStage(area: Size, count: number, options: StageOptions): StageLayout {
  if (count <= 0) return { stage: { x: 0, y: 0, ...area }, strip: [] }
  return area.width >= area.height * 1.2 ? stripBeside(area, count, options) : stripBelow(area, count, options)
}

/** How many faces the strip of this area holds. */
export function stripCapacityOf(area: Size, options: StageOptions): number {
  return layOutStage(area, 1000, options).strip.length
}

function stripBeside(area: Size, count: number, options: StageOptions): StageLayout {
  const { gap, tileAspect } = options
  const width = Math.round(clamp(area.width * options.stripShare, options.minStrip, options.maxStrip))
  const height = Math.floor(width / tileAspect)
  const shown = Math.min(count, Math.max(1, Math.floor((area.height + gap) / (height + gap))))
  const top = Math.floor((area.height - shown * height - (shown - 1) * gap) / 2)
  const x = area.width - width
  return {
    stage: { x: 0, y: 0, width: Math.max(0, x - gap), height: area.height },
    strip: Array.from({ length: shown }, (_, index) => ({
      x,
      y: Math.max(0, top) + index * (height + gap),
      width,
      height,
    })),
  }
}

function stripBelow(area: Size, count: number, options: StageOptions): StageLayout {
  const { gap, tileAspect } = options
  const height = Math.round(
    clamp(area.height * options.stripShare, options.minStrip / tileAspect, options.maxStrip / tileAspect),
  )
  const width = Math.floor(height * tileAspect)
  const shown = Math.min(count, Math.max(1, Math.floor((area.width + gap) / (width + gap))))
  const left = Math.floor((area.width - shown * width - (shown - 1) * gap) / 2)
  const y = area.height - height
  return {
    stage: { x: 0, y: 0, width: area.width, height: Math.max(0, y - gap) },
    strip: Array.from({ length: shown }, (_, index) => ({
      x: Math.max(0, left) + index * (width + gap),
      y,
      width,
      height,
    })),
  }
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value))
}
