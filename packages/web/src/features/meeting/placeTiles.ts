// SPDX-License-Identifier: Apache-2.0
// Where each face and screen of a room stands: in a grid of pages, or one large with the others in a strip. Pure.
import type { ParticipantId } from '@alcove/protocol'
import { layOutStage, type StageOptions, stripCapacityOf } from '../../layout/stage.ts'
import { capacityOf, type GridOptions, layOutGrid, type Rect, type Size } from '../../layout/tileGrid.ts'
import type { Focus } from './focus.ts'
import { pageSizeOf, toPages } from './tilePages.ts'
import { pickVisible, type ScreenModel, type TileModel } from './tiles.ts'

export interface PlaceInput {
  readonly size: Size
  readonly tiles: readonly TileModel[]
  readonly screens: readonly ScreenModel[]
  readonly spokeLately: readonly ParticipantId[]
  readonly focus: Focus | undefined
  /** From 0; the last one when there are not so many. */
  readonly page: number
}

export interface Placed {
  /** The large one first, if it is a face. */
  readonly tiles: readonly { readonly tile: TileModel; readonly rect: Rect }[]
  readonly screens: readonly { readonly screen: ScreenModel; readonly rect: Rect; readonly isStage: boolean }[]
  readonly hint: Rect | undefined
  /** In place of those who do not fit into the strip. */
  readonly more: { readonly rect: Rect; readonly count: number } | undefined
  readonly page: number
  readonly pageCount: number
}

/** Of the row to turn pages with, which stands below the tiles. */
const pagerHeight = 40
/** Its space is kept from this share of a full page on: when it comes, nobody moves. */
const pagerFrom = 0.75

const nothing: Placed = { tiles: [], screens: [], hint: undefined, more: undefined, page: 0, pageCount: 1 }

export function placeTiles(input: PlaceInput): Placed {
  const { size, focus } = input
  if (size.width === 0 || size.height === 0) return nothing
  return focus ? placeAround(input, focus) : placeInPages(input)
}

function placeInPages({ size, tiles, spokeLately, page: wantedPage }: PlaceInput): Placed {
  const options = gridOptions(isNarrow(size))
  const besidePager = { width: size.width, height: Math.max(0, size.height - pagerHeight) }
  const pageSize = pageSizeOf(capacityOf(besidePager, options))
  const pages = toPages(tiles, pageSize, spokeLately)
  const page = Math.min(wantedPage, pages.length - 1)
  const visible = pages[page] ?? []
  const isAlone = tiles.every((tile) => tile.isSelf)
  // A page that is not full has tiles as large as the full ones: nothing jumps from page to page, or when somebody comes to the last one.
  const slots = pages.length > 1 ? pageSize : visible.length + (isAlone ? 1 : 0)
  const rects = layOutGrid(tiles.length > pageSize * pagerFrom ? besidePager : size, slots, options)
  return {
    ...nothing,
    tiles: pair(visible, rects),
    hint: isAlone ? rects[visible.length] : undefined,
    page,
    pageCount: pages.length,
  }
}

function placeAround({ size, tiles, screens, spokeLately }: PlaceInput, focus: Focus): Placed {
  const options = stageOptions(isNarrow(size))
  const stageTile = focus.type === 'person' ? tiles.find((one) => one.participantId === focus.participantId) : undefined
  const stageScreen = stageTile ? undefined : screens.find((one) => one.participantId === focus.participantId)
  const otherScreens = screens.filter((screen) => screen !== stageScreen)
  const others = tiles.filter((tile) => tile !== stageTile)
  const room = Math.max(1, stripCapacityOf(size, options) - otherScreens.length)
  const visible = others.length <= room ? others : pickVisible(others, Math.max(1, room - 1), spokeLately)
  const hidden = others.length - visible.length
  const { stage, strip } = layOutStage(size, otherScreens.length + visible.length + (hidden > 0 ? 1 : 0), options)
  const faces = strip.slice(otherScreens.length)
  const moreRect = hidden > 0 ? faces[visible.length] : undefined
  return {
    ...nothing,
    tiles: [...(stageTile ? [{ tile: stageTile, rect: stage }] : []), ...pair(visible, faces)],
    screens: [
      ...(stageScreen ? [{ screen: stageScreen, rect: stage, isStage: true }] : []),
      ...otherScreens.flatMap((screen, index) => {
        const rect = strip[index]
        return rect ? [{ screen, rect, isStage: false }] : []
      }),
    ],
    more: moreRect ? { rect: moreRect, count: hidden } : undefined,
  }
}

function pair(tiles: readonly TileModel[], rects: readonly Rect[]): Placed['tiles'] {
  return tiles.flatMap((tile, index) => {
    const rect = rects[index]
    return rect ? [{ tile, rect }] : []
  })
}

function isNarrow(size: Size): boolean {
  return size.width < 600
}

function gridOptions(narrow: boolean): GridOptions {
  return narrow
    ? { gap: 8, minAspect: 0.72, maxAspect: 16 / 9, minTileWidth: 130, minTileHeight: 100 }
    : { gap: 12, minAspect: 1.15, maxAspect: 16 / 9, minTileWidth: 150, minTileHeight: 76 }
}

function stageOptions(narrow: boolean): StageOptions {
  return narrow
    ? { gap: 8, stripShare: 0.22, minStrip: 110, maxStrip: 200, tileAspect: 4 / 3 }
    : { gap: 12, stripShare: 0.18, minStrip: 150, maxStrip: 320, tileAspect: 16 / 10 }
}
