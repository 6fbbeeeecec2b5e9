// SPDX-License-Identifier: Apache-2.0
// One person: picture or initials, name, whether they speak, are muted, are away.
import { Hand, MicOff } from 'lucide-react'
import { type CSSProperties, memo } from 'react'
import { t, useLanguage } from '../../i18n/texts.ts'
import type { Rect } from '../../layout/tileGrid.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { VideoView } from '../../ui/VideoView.tsx'
import type { TileModel } from './tiles.ts'
import './tile.css'

export interface TileProps {
  readonly tile: TileModel
  readonly ownName: string
  readonly rect: Rect
}

export const Tile = memo(
  function Tile({ tile, ownName, rect }: TileProps) {
    useLanguage() // It is drawn anew for its own sake only, so it asks.
    const { participantId, name, isSelf, absent, muted, speaking, handUp, camera } = tile
    const state = [
      muted ? t('meeting.tileMuted') : '',
      speaking ? t('meeting.tileSpeaking') : '',
      absent ? t('meeting.tileAway') : '',
      handUp ? t('hand.up') : '',
    ].filter((word) => word !== '')
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as part of a form
      <div
        className="tile"
        role="group"
        aria-label={[name, ...state].join(', ')}
        data-participant-id={participantId}
        data-speaking={speaking || undefined}
        data-absent={absent || undefined}
        style={toStyle(rect)}
      >
        <Avatar id={participantId} name={isSelf ? ownName : name} size="tile" />
        {camera ? <VideoView track={camera} mirrored={isSelf} fit="cover" /> : null}
        <span className="tile-name" aria-hidden="true">
          {muted ? <MicOff /> : null}
          <span className="tile-name-words">{name}</span>
        </span>
        {handUp ? (
          <span className="tile-hand" aria-hidden="true">
            <Hand />
          </span>
        ) : null}
        {absent ? (
          <span className="tile-away" aria-hidden="true">
            {t('meeting.away')}
          </span>
        ) : null}
      </div>
    )
  },
  (before, after) =>
    isSame(before.tile, after.tile) && isSame(before.rect, after.rect) && before.ownName === after.ownName,
)

export function toStyle(rect: Rect): CSSProperties {
  return { width: rect.width, height: rect.height, transform: `translate(${rect.x}px, ${rect.y}px)` }
}

function isSame<Model extends object>(first: Model, second: Model): boolean {
  return first === second || Object.entries(first).every(([key, value]) => second[key as keyof Model] === value)
}
