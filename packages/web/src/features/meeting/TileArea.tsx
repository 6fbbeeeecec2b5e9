// SPDX-License-Identifier: Apache-2.0
// The area of faces and screens: measures itself, shows what placeTiles.ts placed, and tells what really is on screen. Chooses nothing about the
// meeting.
import type { ParticipantId } from '@alcove/protocol'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { Bold } from '../../ui/Bold.tsx'
import type { ReactionsByPerson } from '../reactions/ShownReactions.ts'
import { type Focus, isSameFocus } from './focus.ts'
import { LazyScreenView } from './LazyScreenView.tsx'
import { type Placed, placeTiles } from './placeTiles.ts'
import type { ShownPicture } from './shown.ts'
import { Tile, toStyle } from './Tile.tsx'
import { TilePager } from './TilePager.tsx'
import type { ScreenModel, TileModel } from './tiles.ts'
import { useSize } from './useSize.ts'
import './tileArea.css'

export interface TileAreaProps {
  readonly tiles: readonly TileModel[]
  readonly screens: readonly ScreenModel[]
  readonly reactions: ReactionsByPerson
  readonly spokeLately: readonly ParticipantId[]
  /** What stands large. */
  readonly focus: Focus | undefined
  readonly pinned: Focus | undefined
  readonly ownName: string
  /** What to do next when nobody else is here; takes a place beside one's own tile. */
  readonly emptyHint: ReactNode
  readonly onPin: (focus: Focus | undefined) => void
  readonly onShow: (pictures: readonly ShownPicture[]) => void
  /** Absent where nothing lists them. */
  readonly onMore: (() => void) | undefined
}

export function TileArea(props: TileAreaProps) {
  const { tiles, screens, reactions, spokeLately, focus, pinned, ownName, emptyHint, onPin, onShow, onMore } = props
  const [area, size] = useSize<HTMLDivElement>()
  const [wantedPage, setWantedPage] = useState(0)
  const placed = useMemo(
    () => placeTiles({ size, tiles, screens, spokeLately, focus, page: wantedPage }),
    [size, tiles, screens, spokeLately, focus, wantedPage],
  )
  useEffect(() => onShow(toShown(placed)))
  return (
    <div className="tile-area" ref={area}>
      {placed.screens.map(({ screen, rect, isStage }) => (
        <LazyScreenView
          key={screen.participantId}
          screen={screen}
          rect={rect}
          onPress={isStage ? undefined : () => onPin({ type: 'screen', participantId: screen.participantId })}
        />
      ))}
      {placed.tiles.map(({ tile, rect }) => {
        const own: Focus = { type: 'person', participantId: tile.participantId }
        const isPinned = isSameFocus(pinned, own)
        return (
          <Tile
            key={tile.participantId}
            tile={tile}
            ownName={ownName}
            rect={rect}
            isPinned={isPinned}
            reaction={reactions.get(tile.participantId)}
            onPin={tiles.length > 1 ? onPin : undefined}
          />
        )
      })}
      {placed.hint ? (
        <div className="tile-hint" style={toStyle(placed.hint)}>
          {emptyHint}
        </div>
      ) : null}
      {placed.more ? (
        <button
          type="button"
          className="tile-more"
          style={toStyle(placed.more.rect)}
          onClick={onMore}
          disabled={!onMore}
        >
          <span>
            <Bold text={t('meeting.morePeople', { count: placed.more.count })} />
          </span>
        </button>
      ) : null}
      {placed.pageCount > 1 ? (
        <TilePager page={placed.page} pageCount={placed.pageCount} onPage={setWantedPage} />
      ) : null}
    </div>
  )
}

function toShown(placed: Placed): readonly ShownPicture[] {
  const faces = placed.tiles
    .filter(({ tile }) => !tile.isSelf && tile.cameraOn)
    .map(({ tile, rect }): ShownPicture => {
      return { participantId: tile.participantId, source: 'camera', height: rect.height }
    })
  const screens = placed.screens.map(({ screen, rect }): ShownPicture => {
    return { participantId: screen.participantId, source: 'screen', height: rect.height }
  })
  return [...faces, ...screens]
}
