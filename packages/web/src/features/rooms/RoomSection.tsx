// SPDX-License-Identifier: Apache-2.0
// One room in the pane: its mark, name and people, the way in, and its menu for moderators.
import { ChevronDown, Ellipsis, KeyRound, Lock } from 'lucide-react'
import { type CSSProperties, useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { useNearView } from '../../state/useNearView.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { RoomMark, roomColourCount } from '../../ui/RoomMark.tsx'
import { KnockList } from '../doors/KnockList.tsx'
import { PasswordDialog } from '../doors/PasswordDialog.tsx'
import { WayInButton } from '../doors/WayInButton.tsx'
import { HandCount } from '../hands/HandCount.tsx'
import { RoomActivity } from '../seeing/RoomActivity.tsx'
import type { RoomsDialog } from './dialogs.tsx'
import { PersonRowView } from './PersonRowView.tsx'
import { placesText } from './placesText.ts'
import { RoomMessages } from './RoomMessages.tsx'
import { toRoomMenu } from './roomMenu.tsx'
import type { RoomsActions } from './roomsActions.ts'
import type { PersonRow, RoomSectionModel, RoomsPaneModel } from './roomsPane.ts'
import './roomSection.css'

/** People shown of a room before "and 5 more". */
const peopleShown = 12
/** As in roomSection.css, roughly. */
const headHeight = 56
const rowHeight = 38

export interface RoomSectionProps {
  readonly section: RoomSectionModel
  /** It is seen when the pane opens. */
  readonly isAtTop: boolean
  readonly model: RoomsPaneModel
  readonly actions: RoomsActions
  readonly serverOffsetMs: number
  readonly onDialog: (dialog: RoomsDialog) => void
}

export function RoomSection(props: RoomSectionProps) {
  const { roomId, name, people, index, isHere, isMain } = props.section
  const { ref, isNear, height } = useNearView<HTMLElement>(props.isAtTop)
  const [showAll, setShowAll] = useState(false)
  const [isFolded, setFolded] = useState(false)
  const shown = isFolded ? [] : showAll ? people : people.slice(0, peopleShown)
  const farHeight = height ?? headHeight + shown.length * rowHeight
  const room = isMain ? 'var(--room-main)' : `var(--room-${(index ?? 0) % roomColourCount})`
  return (
    <section
      ref={ref}
      className="room-section"
      aria-label={name}
      data-here={isHere || undefined}
      data-room-section={roomId}
      style={{ '--room': room, minBlockSize: isNear ? 0 : farHeight } as CSSProperties}
    >
      {isNear ? (
        <NearRoom
          {...props}
          shown={shown}
          isFolded={isFolded}
          onFold={() => setFolded(!isFolded)}
          onShowAll={() => setShowAll(true)}
        />
      ) : (
        <FarRoom {...props} />
      )}
    </section>
  )
}

/** Out of sight: its name, for who goes by headings. */
function FarRoom({ section: { name, index } }: Pick<RoomSectionProps, 'section'>) {
  return (
    <div className="room-head">
      <RoomMark index={index} />
      <h3 className="room-name">{name}</h3>
    </div>
  )
}

interface NearRoomProps extends Omit<RoomSectionProps, 'isAtTop'> {
  readonly shown: readonly PersonRow[]
  /** Only the count of the people shows. */
  readonly isFolded: boolean
  readonly onFold: () => void
  readonly onShowAll: () => void
}

function NearRoom(props: NearRoomProps) {
  const { section, model, actions, serverOffsetMs, onDialog, shown, isFolded, onFold, onShowAll } = props
  const [asksPassword, setAsksPassword] = useState(false)
  const { roomId, name, people, isHere, door } = section
  const { moderate } = actions
  return (
    <>
      <div className="room-head">
        <RoomMark index={section.index} />
        <h3 className="room-name" title={name}>
          {people.length === 0 ? (
            name
          ) : (
            <button type="button" className="room-fold" aria-expanded={!isFolded} onClick={onFold}>
              <span>{name}</span>
              <ChevronDown className="room-fold-mark" aria-hidden="true" />
            </button>
          )}
        </h3>
        {section.open ? null : (
          <span className="room-closed">
            <Lock aria-hidden="true" /> {t('rooms.closed')}
          </span>
        )}
        {door.locked ? <Lock className="room-door" role="img" aria-label={t('doors.locked')} /> : null}
        {door.hasPassword ? <KeyRound className="room-door" role="img" aria-label={t('doors.hasPassword')} /> : null}
        <RoomCount section={section} />
        {model.hidden.has('join') ? null : (
          <WayInButton
            roomName={name}
            wayIn={door.wayIn}
            onJoin={() => actions.join(roomId)}
            onPassword={() => setAsksPassword(true)}
            onKnock={(knocking) => actions.doors.knock(roomId, knocking)}
          />
        )}
        {moderate ? (
          <Menu
            label={t('rooms.actionsFor', { name })}
            trigger={
              <IconButton label={t('rooms.actionsFor', { name })} icon={<Ellipsis />} size="small" look="quiet" />
            }
            groups={() => toRoomMenu({ section, model, moderate, onDialog })}
          />
        ) : null}
      </div>
      <KnockList roomId={roomId} knocks={door.knocks} actions={actions.doors} />
      {section.seeing && moderate && !isHere ? (
        <RoomActivity
          roomId={roomId}
          room={name}
          seeing={section.seeing}
          serverOffsetMs={serverOffsetMs}
          onLook={(isLooking) => moderate.look(roomId, isLooking)}
        />
      ) : null}
      {shown.length === 0 ? null : (
        <ul className="room-people">
          {shown.map((person) => (
            <PersonRowView
              key={person.participantId}
              person={person}
              roomId={roomId}
              model={model}
              moderate={moderate}
              hostActions={model.isHostHere && isHere ? actions.doors : undefined}
              onDialog={onDialog}
            />
          ))}
        </ul>
      )}
      {people.length > shown.length && !isFolded ? (
        <Button size="small" look="plain" className="room-more" onPress={onShowAll}>
          {t('rooms.more', { count: people.length - shown.length })}
        </Button>
      ) : null}
      {asksPassword ? (
        <PasswordDialog
          roomName={name}
          onJoin={(password) => actions.joinWith(roomId, password)}
          onClose={() => setAsksPassword(false)}
        />
      ) : null}
    </>
  )
}

function RoomCount({ section }: { readonly section: RoomSectionModel }) {
  const { people, isHere, active, messages, door } = section
  return (
    <span className="room-count">
      {active && !isHere ? (
        <span className="room-active" role="img" aria-label={t('rooms.speaks')}>
          <i />
          <i />
          <i />
        </span>
      ) : null}
      <HandCount count={section.handCount} />
      <RoomMessages messages={messages} />
      {people.length === 0 && door.capacity === undefined
        ? t('rooms.empty')
        : placesText({ people, capacity: door.capacity })}
      {isHere ? `, ${t('rooms.youAreHere')}` : ''}
    </span>
  )
}
