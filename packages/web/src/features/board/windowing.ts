// SPDX-License-Identifier: Apache-2.0
// Which rows of cards stand in the window, and where. Pure: knows numbers alone.

export interface GridSizes {
  /** Of the area, in pixels. */
  readonly width: number
  readonly minCard: number
  readonly gap: number
}

export interface RowPlace {
  readonly top: number
  readonly height: number
}

/** As many columns as fit, at least one. */
export function columnsFor({ width, minCard, gap }: GridSizes): number {
  return Math.max(1, Math.floor((width + gap) / (minCard + gap)))
}

/** Rows below each other. */
export function placeRows(heights: readonly number[], gap: number): readonly RowPlace[] {
  let top = 0
  return heights.map((height) => {
    const place = { top, height }
    top += height + gap
    return place
  })
}

/** Height of all rows together. */
export function heightOf(rows: readonly RowPlace[]): number {
  const last = rows.at(-1)
  return last ? last.top + last.height : 0
}

export interface Shown {
  readonly first: number
  /** The first one that is not shown. */
  readonly end: number
}

/** The rows of which any part is between `from` and `to`; the last one when all are above. */
export function rowsBetween(rows: readonly RowPlace[], from: number, to: number): Shown {
  const first = rows.findIndex(({ top, height }) => top + height > from)
  if (first < 0) return { first: Math.max(0, rows.length - 1), end: rows.length }
  const after = rows.findIndex(({ top }, index) => index > first && top >= to)
  return { first, end: after < 0 ? rows.length : after }
}

export interface CardGuess {
  readonly people: number
  readonly hasTask: boolean
  readonly cardWidth: number
}

/** Roughly how high a card will be, so that the scroll bar is about right before it was drawn. */
export function guessHeight({ people, hasTask, cardWidth }: CardGuess): number {
  const chipsInRow = Math.max(1, Math.floor((cardWidth - 32) / 108))
  const rows = Math.max(1, Math.ceil(people / chipsInRow))
  return 94 + (hasTask ? 24 : 0) + rows * 36
}
