// SPDX-License-Identifier: Apache-2.0
// How large the cards of the wall are: the number of columns with which all rooms are on one screen and their pictures largest; where they cannot all be,
// cards as narrow as can be read, and the wall scrolls. Pure: knows numbers alone.
import type { Size } from '../../layout/tileGrid.ts'

export interface WallLayout {
  readonly columns: number
  readonly pictureHeight: number
}

const wallGap = 12
/** Of a card without its picture; as in wall.css. */
const wordsHeight = 146
const minCardWidth = 220
const maxCardWidth = 520
const minPicture = 72
/** Where the wall scrolls anyway. */
const scrolledPicture = 150
const aspect = 16 / 9

/** For so many rooms in this area. */
export function layOutWall(area: Size, count: number): WallLayout {
  const mostColumns = Math.max(1, Math.min(count, Math.floor((area.width + wallGap) / (minCardWidth + wallGap))))
  const fitting = Array.from({ length: mostColumns }, (_, index) => toLayout(area, count, index + 1)).filter(
    ({ pictureHeight }) => pictureHeight >= minPicture,
  )
  const [first, ...rest] = fitting
  // The fewer columns of two that are as good: fewer, longer lines of words.
  if (first) return rest.reduce((best, one) => (one.pictureHeight > best.pictureHeight ? one : best), first)
  return {
    columns: mostColumns,
    pictureHeight: Math.min(scrolledPicture, Math.floor(widthOf(area, mostColumns) / aspect)),
  }
}

function toLayout(area: Size, count: number, columns: number): WallLayout {
  const rows = Math.ceil(count / columns)
  const free = (area.height - wallGap * (rows - 1)) / rows - wordsHeight
  return { columns, pictureHeight: Math.floor(Math.min(free, widthOf(area, columns) / aspect)) }
}

function widthOf({ width }: Size, columns: number): number {
  return Math.min(maxCardWidth, (width - wallGap * (columns - 1)) / columns)
}
