// SPDX-License-Identifier: Apache-2.0
// What a room's card has on the board and on the wall alike: how many are in it, its menu, the way in, and what waits there.
import type { RoomId } from '@alcove/protocol'
import { Ellipsis, LogIn } from 'lucide-react'
import { Button } from 'react-aria-components'
import { t } from '../../i18n/texts.ts'
import { useServerNow } from '../../state/useServerNow.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { HandCount } from '../hands/HandCount.tsx'
import { placesText } from '../rooms/placesText.ts'
import { RoomMessages } from '../rooms/RoomMessages.tsx'
import { toClock } from '../running/times.ts'
import { minutesSinceSpoken, type RoomSeeing } from '../seeing/seeingModel.ts'
import { toLookersText } from '../seeing/seeingTexts.ts'
import type { BoardCard } from './boardModel.ts'

interface CardProps {
  readonly card: BoardCard
}

/** How many are in it, and of how many places where those are limited. */
export function CardCount({ card }: CardProps) {
  return (
    <>
      {placesText(card)}
      <span className="only-read-aloud"> {t('board.inside')}</span>
    </>
  )
}

interface MenuButtonProps extends CardProps {
  readonly onOpen: (roomId: RoomId, anchor: Element) => void
}

export function CardMenuButton({ card: { roomId, name }, onOpen }: MenuButtonProps) {
  return (
    <Button
      className="room-card-menu"
      aria-label={t('rooms.actionsFor', { name })}
      onPress={({ target }) => onOpen(roomId, target)}
    >
      <Ellipsis aria-hidden="true" />
    </Button>
  )
}

interface JoinButtonProps extends CardProps {
  readonly onJoin: (roomId: RoomId) => void
}

/** Nothing where one cannot go in. */
export function CardJoinButton({ card: { roomId, name, canJoin }, onJoin }: JoinButtonProps) {
  if (!canJoin) return null
  return (
    <IconButton
      label={t('rooms.joinName', { name })}
      icon={<LogIn className="turns-with-text" />}
      size="small"
      look="quiet"
      onPress={() => onJoin(roomId)}
    />
  )
}

/** Raised hands, messages, and who else looks in. */
export function CardNotes({ card, seeing }: CardProps & { readonly seeing: RoomSeeing }) {
  const { otherLookers } = seeing
  return (
    <>
      <HandCount count={card.handCount} />
      <RoomMessages messages={card.messages} />
      {otherLookers.length > 0 ? <span className="room-looked">{toLookersText(otherLookers)}</span> : null}
    </>
  )
}

/** For how long somebody has waited for help; nothing while nobody has. */
export function HelpBadge({ card, serverOffsetMs }: CardProps & { readonly serverOffsetMs: number }) {
  return card.helpSince === undefined ? null : <Waiting since={card.helpSince} serverOffsetMs={serverOffsetMs} />
}

function Waiting({ since, serverOffsetMs }: { readonly since: number; readonly serverOffsetMs: number }) {
  const now = useServerNow(serverOffsetMs, 1_000)
  return <span className="badge badge-wait">{t('board.help', { time: toClock(Math.max(0, now - since)) })}</span>
}

/** Who speaks in a room, or how long ago somebody did. */
export function toSpeakerText(seeing: RoomSeeing, speaker: string | undefined, now: number): string {
  if (speaker !== undefined) return t('board.speaks', { name: speaker })
  const minutes = minutesSinceSpoken(seeing, now)
  if (seeing.peopleCount === 0) return ''
  if (minutes === undefined) return t('board.silent')
  return minutes === 0 ? t('seeing.spokeJustNow') : t('seeing.spokeAgo', { count: minutes })
}
