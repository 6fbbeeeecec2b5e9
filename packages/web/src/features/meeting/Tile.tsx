// SPDX-License-Identifier: Apache-2.0
// One person: picture or initials, name, whether they speak, are muted, are away.
import { Hand, MicOff, Pin, PinOff, WifiLow } from 'lucide-react'
import { type CSSProperties, memo } from 'react'
import { facingOf } from '../../devices/openDevice.ts'
import { t, useLanguage } from '../../i18n/texts.ts'
import type { Rect } from '../../layout/tileGrid.ts'
import { usePreferences } from '../../state/preferences.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { VideoView } from '../../ui/VideoView.tsx'
import { LazyReactionMark } from '../reactions/LazyReactions.tsx'
import type { ShownReaction } from '../reactions/ShownReactions.ts'
import type { Focus } from './focus.ts'
import type { TileModel } from './tiles.ts'
import './tile.css'

export interface TileProps {
  readonly tile: TileModel
  readonly ownName: string
  readonly rect: Rect
  readonly isPinned: boolean
  readonly reaction: ShownReaction | undefined
  /** Absent where there is nothing to choose from. */
  readonly onPin: ((focus: Focus | undefined) => void) | undefined
}

export const Tile = memo(
  function Tile({ tile, ownName, rect, isPinned, reaction, onPin }: TileProps) {
    useLanguage() // It is drawn anew for its own sake only, so it asks.
    const { mirror } = usePreferences()
    const { participantId, name, isSelf, absent, muted, speaking, handPlace, camera, weakLine } = tile
    const state = [
      muted ? t('meeting.tileMuted') : '',
      speaking ? t('meeting.tileSpeaking') : '',
      absent ? t('meeting.tileAway') : '',
      handPlace === undefined ? '' : t('hand.place', { place: handPlace }),
      weakLine ? t('quality.tile') : '',
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
        {camera ? (
          <VideoView track={camera} mirrored={isSelf && mirror && facingOf(camera) !== 'environment'} fit="cover" />
        ) : null}
        <span className="tile-name" aria-hidden="true">
          {muted ? <MicOff /> : null}
          {weakLine ? <WifiLow className="tile-weak" /> : null}
          <span className="tile-name-words">{name}</span>
        </span>
        {handPlace === undefined ? null : (
          <span className="tile-hand" aria-hidden="true">
            <Hand />
            {handPlace}
          </span>
        )}
        {reaction ? <LazyReactionMark shown={reaction} /> : null}
        {onPin ? (
          <IconButton
            label={isPinned ? t('meeting.unpin', { name }) : t('meeting.pin', { name })}
            icon={isPinned ? <PinOff /> : <Pin />}
            size="small"
            isPressed={isPinned}
            className="tile-pin"
            onPress={() => onPin(isPinned ? undefined : { type: 'person', participantId })}
          />
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
    isSame(before.tile, after.tile) &&
    isSame(before.rect, after.rect) &&
    before.ownName === after.ownName &&
    before.isPinned === after.isPinned &&
    before.reaction === after.reaction &&
    before.onPin === after.onPin,
)

export function toStyle(rect: Rect): CSSProperties {
  return { width: rect.width, height: rect.height, transform: `translate(${rect.x}px, ${rect.y}px)` }
}

function isSame<Model extends object>(first: Model, second: Model): boolean {
  return first === second || Object.entries(first).every(([key, value]) => second[key as keyof Model] === value)
}
