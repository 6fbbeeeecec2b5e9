// SPDX-License-Identifier: Apache-2.0
// One room of the wall: a face of it or how loud it is, how long since somebody did, what waits, who is there, and the ways to it.
import type { RoomId } from '@alcove/protocol'
import { Eye, Volume2 } from 'lucide-react'
import { type CSSProperties, memo, type RefCallback } from 'react'
import { formatNames } from '../../i18n/formats.ts'
import { t, useLanguage } from '../../i18n/texts.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { RoomMark, roomColourCount } from '../../ui/RoomMark.tsx'
import type { BoardCard } from '../board/boardModel.ts'
import { CardCount, CardJoinButton, CardMenuButton, CardNotes, HelpBadge, toSpeakerText } from '../board/cardParts.tsx'
import { LastMinutes } from '../seeing/LastMinutes.tsx'
import { LevelBar } from '../seeing/LevelBar.tsx'
import { RoomPicture } from '../seeing/RoomPicture.tsx'
import { type RoomSeeing, toQuietHint } from '../seeing/seeingModel.ts'
import { toHintText } from '../seeing/seeingTexts.ts'

export interface WallCardActions {
  readonly join: (roomId: RoomId) => void
  readonly openRoomMenu: (roomId: RoomId, anchor: Element) => void
  readonly speakTo: (roomId: RoomId) => void
}

export interface WallCardProps {
  readonly card: BoardCard
  /** The server's. */
  readonly now: number
  readonly serverOffsetMs: number
  readonly actions: WallCardActions
  readonly watch: RefCallback<HTMLElement>
}

export const WallCard = memo(function WallCard({ card, now, serverOffsetMs, actions, watch }: WallCardProps) {
  useLanguage() // It is drawn anew for its own sake only, so it asks.
  const { roomId, name, index, people, seeing, isHere } = card
  const names = formatNames(people.map((person) => person.name))
  const room = index === undefined ? 'var(--room-main)' : `var(--room-${index % roomColourCount})`
  return (
    <section
      ref={watch}
      className="wall-card"
      aria-label={name}
      data-wall-card={roomId}
      data-here={isHere || undefined}
      data-waits={card.helpSince !== undefined || undefined}
      style={{ '--room': room } as CSSProperties}
    >
      <header className="wall-card-head">
        <RoomMark index={index} />
        <h2 className="room-card-name" title={name}>
          {name}
        </h2>
        {card.open ? null : <span className="badge">{t('rooms.closed')}</span>}
        <HelpBadge card={card} serverOffsetMs={serverOffsetMs} />
        <span className="room-card-count">
          <CardCount card={card} />
        </span>
        <CardMenuButton card={card} onOpen={actions.openRoomMenu} />
      </header>
      {seeing ? <Picture seeing={seeing} isHere={isHere} /> : null}
      {seeing ? (
        <>
          <LastMinutes roomId={roomId} />
          <Facts card={card} seeing={seeing} now={now} />
        </>
      ) : null}
      <div className="wall-card-foot">
        <p className="wall-card-people" title={names}>
          {names}
        </p>
        {isHere ? null : (
          <IconButton
            label={t('wall.speakTo', { room: name })}
            icon={<Volume2 />}
            size="small"
            look="quiet"
            onPress={() => actions.speakTo(roomId)}
          />
        )}
        <CardJoinButton card={card} onJoin={actions.join} />
      </div>
    </section>
  )
})

/** A face, where one looks in; else how loud it is. */
function Picture({ seeing, isHere }: { readonly seeing: RoomSeeing; readonly isHere: boolean }) {
  const { lookIn, level } = seeing
  const picture = lookIn.status === 'on' ? lookIn.picture : undefined
  return (
    <RoomPicture
      className="wall-card-picture"
      picture={picture}
      level={level}
      none={
        <p className="wall-card-none">
          <LevelBar level={level} size="large" />
          <span>{whyNoFace(seeing, isHere)}</span>
        </p>
      }
    >
      {lookIn.status === 'on' ? (
        <span className="wall-card-eye" role="img" aria-label={t('seeing.youLookIn')}>
          <Eye aria-hidden="true" />
        </span>
      ) : null}
    </RoomPicture>
  )
}

function whyNoFace({ lookIn, peopleCount }: RoomSeeing, isHere: boolean): string {
  if (isHere) return t('wall.here')
  if (peopleCount === 0) return t('wall.nobody')
  return lookIn.status === 'on' ? t('seeing.noPicture') : t('wall.notLooking')
}

function Facts({ card, seeing, now }: Pick<WallCardProps, 'card' | 'now'> & { readonly seeing: RoomSeeing }) {
  const hint = toQuietHint(seeing, now)
  return (
    <div className="wall-card-facts">
      {hint ? (
        <span className="badge badge-hint">{toHintText(hint)}</span>
      ) : (
        <span className="room-card-speaker">{toSpeakerText(seeing, card.speaker, now)}</span>
      )}
      <CardNotes card={card} seeing={seeing} />
    </div>
  )
}
