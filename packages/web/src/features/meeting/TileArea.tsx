// SPDX-License-Identifier: Apache-2.0
// The area of faces and screens: measures itself, lays out, shows, and tells what really is on screen. Chooses nothing about the meeting.

import type { ParticipantId } from '@alcove/protocol'
import { MonitorUp } from 'lucide-react'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { layOutStage, type StageOptions, stripCapacityOf } from '../../layout/stage.ts'
import { capacityOf, type GridOptions, layOutGrid, type Rect, type Size } from '../../layout/tileGrid.ts'
import { Bold } from '../../ui/Bold.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import { VideoView } from '../../ui/VideoView.tsx'
import type { ShownPicture } from './shown.ts'
import { Tile, toStyle } from './Tile.tsx'
import { pickVisible, type ScreenModel, type TileModel } from './tiles.ts'
import { useSize } from './useSize.ts'
import './tileArea.css'

export interface TileAreaProps {
  readonly tiles: readonly TileModel[]
  readonly screens: readonly ScreenModel[]
  readonly spokeLately: readonly ParticipantId[]
  readonly ownName: string
  /** What to do next when nobody else is here; takes a place beside one's own tile. */
  readonly emptyHint: ReactNode
  readonly onShow: (pictures: readonly ShownPicture[]) => void
  readonly onMore: () => void
}

export function TileArea(props: TileAreaProps) {
  const { tiles, screens, spokeLately, ownName, emptyHint, onShow, onMore } = props
  const [area, size] = useSize<HTMLDivElement>()
  const [stagedId, setStagedId] = useState<ParticipantId>()
  const staged = screens.find((screen) => screen.participantId === stagedId) ?? screens[0]
  const others = screens.filter((screen) => screen !== staged)
  const alone = tiles.every((tile) => tile.isSelf)
  const placed = useMemo(
    () => place({ size, tiles, spokeLately, otherScreens: others.length, hasStage: staged !== undefined, alone }),
    [size, tiles, spokeLately, others.length, staged, alone],
  )
  useEffect(() => {
    const pictures: ShownPicture[] = placed.tiles
      .filter(({ tile }) => !tile.isSelf && tile.cameraOn)
      .map(({ tile, rect }) => ({ participantId: tile.participantId, source: 'camera', height: rect.height }))
    if (staged && placed.stage)
      pictures.push({ participantId: staged.participantId, source: 'screen', height: placed.stage.height })
    for (const [index, rect] of placed.otherScreens.entries()) {
      const screen = others[index]
      if (screen) pictures.push({ participantId: screen.participantId, source: 'screen', height: rect.height })
    }
    onShow(pictures)
  })
  return (
    <div className="tile-area" ref={area}>
      {staged && placed.stage ? <Screen key={staged.participantId} screen={staged} rect={placed.stage} /> : null}
      {placed.otherScreens.map((rect, index) => {
        const screen = others[index]
        if (!screen) return null
        return (
          <Screen
            key={screen.participantId}
            screen={screen}
            rect={rect}
            onPress={() => setStagedId(screen.participantId)}
          />
        )
      })}
      {placed.tiles.map(({ tile, rect }) => (
        <Tile key={tile.participantId} tile={tile} ownName={ownName} rect={rect} />
      ))}
      {placed.hint ? (
        <div className="tile-hint" style={toStyle(placed.hint)}>
          {emptyHint}
        </div>
      ) : null}
      {placed.more ? (
        <button type="button" className="tile-more" style={toStyle(placed.more)} onClick={onMore}>
          <span>
            <Bold text={t('meeting.morePeople', { count: tiles.length - placed.tiles.length })} />
          </span>
        </button>
      ) : null}
    </div>
  )
}

interface ScreenProps {
  readonly screen: ScreenModel
  readonly rect: Rect
  /** Present in the strip: brings it to the stage. */
  readonly onPress?: () => void
}

function Screen({ screen, rect, onPress }: ScreenProps) {
  return (
    <figure className="screen" style={toStyle(rect)} data-screen-of={screen.participantId}>
      {screen.track ? (
        <VideoView track={screen.track} fit="contain" />
      ) : (
        <p className="screen-waiting">
          <Spinner /> {t('meeting.screenWaiting')}
        </p>
      )}
      <figcaption className="tile-name">
        <MonitorUp aria-hidden="true" />
        <span className="tile-name-words">{t('meeting.screenOf', { name: screen.name })}</span>
      </figcaption>
      {onPress ? (
        <button
          type="button"
          className="screen-choose"
          onClick={onPress}
          aria-label={t('meeting.showScreenLarge', { name: screen.name })}
        />
      ) : null}
    </figure>
  )
}

interface Placed {
  readonly tiles: readonly { readonly tile: TileModel; readonly rect: Rect }[]
  readonly stage: Rect | undefined
  readonly otherScreens: readonly Rect[]
  readonly hint: Rect | undefined
  /** In place of those who do not fit. */
  readonly more: Rect | undefined
}

interface PlaceInput {
  readonly size: Size
  readonly tiles: readonly TileModel[]
  readonly spokeLately: readonly ParticipantId[]
  readonly otherScreens: number
  readonly hasStage: boolean
  readonly alone: boolean
}

const nothing: Placed = { tiles: [], stage: undefined, otherScreens: [], hint: undefined, more: undefined }

function place({ size, tiles, spokeLately, otherScreens, hasStage, alone }: PlaceInput): Placed {
  if (size.width === 0 || size.height === 0) return nothing
  const narrow = size.width < 600
  if (hasStage) {
    const options = stageOptions(narrow)
    const visible = fitting(tiles, Math.max(1, stripCapacityOf(size, options) - otherScreens), spokeLately)
    const { stage, strip } = layOutStage(size, otherScreens + slotsOf(visible, tiles), options)
    const faces = strip.slice(otherScreens)
    return {
      ...nothing,
      ...pair(visible, faces),
      stage,
      otherScreens: strip.slice(0, otherScreens),
      more: faces[visible.length],
    }
  }
  const options = gridOptions(narrow)
  const visible = fitting(tiles, capacityOf(size, options), spokeLately)
  const rects = layOutGrid(size, slotsOf(visible, tiles) + (alone ? 1 : 0), options)
  const last = rects[visible.length]
  return { ...nothing, ...pair(visible, rects), hint: alone ? last : undefined, more: alone ? undefined : last }
}

/** Those who are shown; when not all fit, the last place is kept for saying how many more there are. */
function fitting(
  tiles: readonly TileModel[],
  capacity: number,
  spokeLately: readonly ParticipantId[],
): readonly TileModel[] {
  return tiles.length <= capacity ? tiles : pickVisible(tiles, Math.max(1, capacity - 1), spokeLately)
}

function slotsOf(visible: readonly TileModel[], tiles: readonly TileModel[]): number {
  return visible.length + (visible.length < tiles.length ? 1 : 0)
}

function pair(tiles: readonly TileModel[], rects: readonly Rect[]): Pick<Placed, 'tiles'> {
  return { tiles: tiles.flatMap((tile, index) => (rects[index] ? [{ tile, rect: rects[index] }] : [])) }
}

function gridOptions(narrow: boolean): GridOptions {
  return narrow
    ? { gap: 8, minAspect: 0.72, maxAspect: 16 / 9, minTileWidth: 130, minTileHeight: 100 }
    : { gap: 12, minAspect: 1.15, maxAspect: 16 / 9, minTileWidth: 190, minTileHeight: 130 }
}

function stageOptions(narrow: boolean): StageOptions {
  return narrow
    ? { gap: 8, stripShare: 0.22, minStrip: 110, maxStrip: 200, tileAspect: 4 / 3 }
    : { gap: 12, stripShare: 0.18, minStrip: 150, maxStrip: 320, tileAspect: 16 / 10 }
}
