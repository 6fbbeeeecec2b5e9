// SPDX-License-Identifier: Apache-2.0
// Tiles in pages: the first one has whoever spoke lately and oneself, the others everybody else in the order of coming. Pure.
import type { ParticipantId } from '@alcove/protocol'
import { pickVisible, type TileModel } from './tiles.ts'

/** More faces at once are too small to be read, on any screen. */
const mostTiles = 49

/** How many stand on one page of an area that has room for so many. */
export function pageSizeOf(capacity: number): number {
  return Math.min(mostTiles, capacity)
}

/** At least one page. */
export function toPages(
  tiles: readonly TileModel[],
  pageSize: number,
  spokeLately: readonly ParticipantId[],
): readonly (readonly TileModel[])[] {
  if (tiles.length <= pageSize) return [tiles]
  const first = pickVisible(tiles, pageSize, spokeLately)
  const shown = new Set(first)
  const others = tiles.filter((tile) => !shown.has(tile))
  const pages: (readonly TileModel[])[] = [first]
  for (let begin = 0; begin < others.length; begin += pageSize) pages.push(others.slice(begin, begin + pageSize))
  return pages
}
