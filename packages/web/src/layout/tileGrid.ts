// SPDX-License-Identifier: Apache-2.0
// Where tiles stand in an area: the number of columns that gives the largest tiles, the last row centred, nothing smaller than a face can be
// read. Pure maths in CSS pixels; knows nothing of people or of the DOM.

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Rect extends Size {
  readonly x: number
  readonly y: number
}

export interface GridOptions {
  readonly gap: number
  /** Narrowest and widest shape of a tile, as width divided by height. */
  readonly minAspect: number
  readonly maxAspect: number
  readonly minTileWidth: number
  readonly minTileHeight: number
}

/** Rectangles of `count` tiles, in reading order. Empty when there is no room for any. */
export function layOutGrid(area: Size, count: number, options: GridOptions): readonly Rect[] {
  if (count <= 0 || area.width <= 0 || area.height <= 0) return []
  let best: { columns: number; tile: Size } | undefined
  for (let columns = 1; columns <= count; columns += 1) {
    const tile = tileSizeFor(area, columns, Math.ceil(count / columns), options)
    // Later candidates must be clearly better: rounding noise must not flip the layout between two shapes.
    if (!best || surface(tile) > surface(best.tile) * 1.001) best = { columns, tile }
  }
  return best ? placeTiles(area, count, best.columns, best.tile, options.gap) : []
}

/** How many tiles of at least the smallest size fit into the area; never less than one. */
export function capacityOf(area: Size, options: GridOptions): number {
  const columns = Math.floor((area.width + options.gap) / (options.minTileWidth + options.gap))
  const rows = Math.floor((area.height + options.gap) / (options.minTileHeight + options.gap))
  return Math.max(1, columns * rows)
}

function tileSizeFor(area: Size, columns: number, rows: number, { gap, minAspect, maxAspect }: GridOptions): Size {
  const cellWidth = Math.max(0, (area.width - gap * (columns - 1)) / columns)
  const cellHeight = Math.max(0, (area.height - gap * (rows - 1)) / rows)
  const width = Math.floor(Math.min(cellWidth, cellHeight * maxAspect))
  return { width, height: Math.floor(Math.min(cellHeight, width / minAspect)) }
}

function surface(size: Size): number {
  return size.width * size.height
}

function placeTiles(area: Size, count: number, columns: number, tile: Size, gap: number): readonly Rect[] {
  const rows = Math.ceil(count / columns)
  const top = Math.floor((area.height - rows * tile.height - (rows - 1) * gap) / 2)
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / columns)
    const inRow = row === rows - 1 ? count - row * columns : columns
    const left = Math.floor((area.width - inRow * tile.width - (inRow - 1) * gap) / 2)
    return { x: left + (index % columns) * (tile.width + gap), y: top + row * (tile.height + gap), ...tile }
  })
}
