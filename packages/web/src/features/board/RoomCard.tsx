// SPDX-License-Identifier: Apache-2.0
// One room of the board: what it is and does in one glance, the people in it, and a place to drop people on as a whole.
import { Eye, KeyRound, Lock } from 'lucide-react'
import { type CSSProperties, memo } from 'react'
import { t, useLanguage } from '../../i18n/texts.ts'
import { useServerNow } from '../../state/useServerNow.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { RoomMark, roomColourCount } from '../../ui/RoomMark.tsx'
import { LastMinutes } from '../seeing/LastMinutes.tsx'
import { LevelBar } from '../seeing/LevelBar.tsx'
import { LookInView } from '../seeing/LookInView.tsx'
import { type RoomSeeing, toQuietHint } from '../seeing/seeingModel.ts'
import { toHintText } from '../seeing/seeingTexts.ts'
import type { BoardHandlers } from './boardHandlers.ts'
import type { BoardCard, BoardPerson } from './boardModel.ts'
import { CardCount, CardJoinButton, CardMenuButton, CardNotes, HelpBadge, toSpeakerText } from './cardParts.tsx'
import { DropArea } from './DropArea.tsx'
import { LimitedChips } from './LimitedChips.tsx'
import { ChipWords } from './PeopleChips.tsx'
import './roomCard.css'

/** More than these are shown when asked for. */
export const mostInCard = 24

export interface RoomCardProps {
  readonly card: BoardCard
  readonly selectedHere: string
  readonly canEdit: boolean
  readonly serverOffsetMs: number
  readonly handlers: BoardHandlers
}

export const RoomCard = memo(function RoomCard(props: RoomCardProps) {
  useLanguage() // It is drawn anew for its own sake only, so it asks.
  const { card, selectedHere, canEdit, serverOffsetMs, handlers } = props
  const { roomId, name, people, leaving, isHere, task } = card
  return (
    <DropArea
      canEdit={canEdit}
      onPeople={(ids) => handlers.move(ids, roomId)}
      className="room-card"
      aria-label={name}
      data-room-card={roomId}
      data-here={isHere || undefined}
      style={{ '--room': `var(--room-${(card.index ?? 0) % roomColourCount})` } as CSSProperties}
    >
      <CardHead card={card} serverOffsetMs={serverOffsetMs} handlers={handlers} />
      {task === undefined ? null : <p className="room-card-task">{task}</p>}
      {card.seeing ? (
        <Activity card={card} seeing={card.seeing} serverOffsetMs={serverOffsetMs} handlers={handlers} />
      ) : null}
      {people.length === 0 ? (
        <p className="room-card-empty">{canEdit ? t('board.dropHere') : t('rooms.empty')}</p>
      ) : (
        <LimitedChips
          label={t('board.peopleIn', { room: name })}
          roomId={roomId}
          people={people}
          selectedHere={selectedHere}
          canEdit={canEdit}
          handlers={handlers}
          most={mostInCard}
        />
      )}
      <Leaving people={leaving} room={name} />
    </DropArea>
  )
})

function CardHead({ card, serverOffsetMs, handlers }: Pick<RoomCardProps, 'card' | 'serverOffsetMs' | 'handlers'>) {
  const { name, index, open, isHere, locked, hasPassword, capacity } = card
  const isFull = capacity !== undefined && card.placesTaken >= capacity
  return (
    <header className="room-card-head">
      <RoomMark index={index} />
      <h3 className="room-card-name" title={name}>
        {name}
      </h3>
      {open ? null : <span className="badge">{t('rooms.closed')}</span>}
      {locked ? <Lock className="room-door" role="img" aria-label={t('doors.locked')} /> : null}
      {hasPassword ? <KeyRound className="room-door" role="img" aria-label={t('doors.hasPassword')} /> : null}
      <HelpBadge card={card} serverOffsetMs={serverOffsetMs} />
      {isFull ? <span className="badge">{t('doors.full')}</span> : null}
      <span className="room-card-count">
        {isHere ? <span className="badge badge-here">{t('rooms.youAreHere')}</span> : null}
        <CardCount card={card} />
      </span>
      <CardMenuButton card={card} onOpen={handlers.openRoomMenu} />
    </header>
  )
}

interface ActivityProps extends Pick<RoomCardProps, 'card' | 'serverOffsetMs' | 'handlers'> {
  readonly seeing: RoomSeeing
}

const lookEveryMs = 5_000

/** How lively it is, who speaks, what waits; and the look inside where somebody looks. */
function Activity({ card, seeing, serverOffsetMs, handlers }: ActivityProps) {
  const now = useServerNow(serverOffsetMs, lookEveryMs)
  const { roomId, name, speaker } = card
  const { lookIn } = seeing
  const hint = toQuietHint(seeing, now)
  return (
    <>
      <div className="room-card-facts">
        {hint ? <span className="badge">{toHintText(hint)}</span> : null}
        {seeing.level > 0 ? <LevelBar level={seeing.level} /> : null}
        <span className="room-card-speaker">{toSpeakerText(seeing, speaker, now)}</span>
        <CardNotes card={card} seeing={seeing} />
        <span className="room-card-ways">
          {lookIn.status === 'off' ? (
            <IconButton
              label={t('seeing.lookInto', { room: name })}
              icon={<Eye />}
              size="small"
              look="quiet"
              onPress={() => handlers.look(roomId, true)}
            />
          ) : null}
          <CardJoinButton card={card} onJoin={handlers.join} />
        </span>
      </div>
      <LastMinutes roomId={roomId} />
      {lookIn.status === 'on' ? (
        <LookInView
          room={name}
          picture={lookIn.picture}
          level={seeing.level}
          onEnd={() => handlers.look(roomId, false)}
        />
      ) : null}
    </>
  )
}

/** Who goes when the draft is applied. */
function Leaving({ people, room }: { readonly people: readonly BoardPerson[]; readonly room: string }) {
  if (people.length === 0) return null
  return (
    <ul className="chips chips-leaving" aria-label={t('board.leaving', { room })}>
      {people.map((person) => (
        <li key={person.participantId} className="chip chip-ghost">
          <Avatar id={person.participantId} name={person.name} size="small" />
          <ChipWords person={person} />
        </li>
      ))}
    </ul>
  )
}
