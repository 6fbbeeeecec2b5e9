// SPDX-License-Identifier: Apache-2.0
// One room in the pane: its mark, name and people, the way in, and its menu for moderators.
import {
  ArrowDown,
  ArrowUp,
  DoorClosed,
  DoorOpen,
  Ellipsis,
  KeyRound,
  Lock,
  Pencil,
  Settings2,
  Trash2,
} from 'lucide-react'
import { type CSSProperties, useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu, type MenuGroup } from '../../ui/Menu.tsx'
import { RoomMark, roomColourCount } from '../../ui/RoomMark.tsx'
import { KnockList } from '../doors/KnockList.tsx'
import { PasswordDialog } from '../doors/PasswordDialog.tsx'
import { WayInButton } from '../doors/WayInButton.tsx'
import { HandCount } from '../hands/HandCount.tsx'
import { toHandsGroup } from '../hands/handMenus.tsx'
import { toRoomGroup } from '../moderation/moderationMenus.tsx'
import { RoomActivity } from '../seeing/RoomActivity.tsx'
import type { RoomsDialog } from './dialogs.tsx'
import { PersonRowView } from './PersonRowView.tsx'
import { RoomMessages } from './RoomMessages.tsx'
import type { ModerateActions, RoomsActions } from './roomsActions.ts'
import type { RoomSectionModel, RoomsPaneModel } from './roomsPane.ts'
import './roomSection.css'

/** People shown of a room before "and 5 more". */
const peopleShown = 12

export interface RoomSectionProps {
  readonly section: RoomSectionModel
  readonly model: RoomsPaneModel
  readonly actions: RoomsActions
  readonly serverOffsetMs: number
  readonly onDialog: (dialog: RoomsDialog) => void
}

export function RoomSection({ section, model, actions, serverOffsetMs, onDialog }: RoomSectionProps) {
  const [showAll, setShowAll] = useState(false)
  const [asksPassword, setAsksPassword] = useState(false)
  const { roomId, name, people, isHere, isMain, door } = section
  const shown = showAll ? people : people.slice(0, peopleShown)
  return (
    <section
      className="room-section"
      aria-label={name}
      data-here={isHere || undefined}
      data-room-section={roomId}
      style={
        {
          '--room': isMain ? 'var(--room-main)' : `var(--room-${(section.index ?? 0) % roomColourCount})`,
        } as CSSProperties
      }
    >
      <div className="room-head">
        <RoomMark index={section.index} />
        <h3 className="room-name" title={name}>
          {name}
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
        {actions.moderate ? (
          <Menu
            label={t('rooms.actionsFor', { name })}
            trigger={
              <IconButton label={t('rooms.actionsFor', { name })} icon={<Ellipsis />} size="small" look="quiet" />
            }
            groups={[
              ...toHandsGroup(section.handCount, { roomId }, actions.moderate.lowerHands),
              ...(model.hidden.has('mute-all') ? [] : [toRoomGroup(roomId, actions.moderate.moderation)]),
              ...(isMain ? [] : toRoomMenu(section, actions.moderate, onDialog)),
              ...(isMain ? [] : toPlaceMenu(section, model, actions.moderate)),
            ]}
          />
        ) : null}
      </div>
      <KnockList roomId={roomId} knocks={door.knocks} actions={actions.doors} />
      {section.seeing && actions.moderate && !isHere ? (
        <RoomActivity
          room={name}
          seeing={section.seeing}
          serverOffsetMs={serverOffsetMs}
          onLook={(isLooking) => actions.moderate?.look(roomId, isLooking)}
        />
      ) : null}
      {people.length === 0 ? null : (
        <ul className="room-people">
          {shown.map((person) => (
            <PersonRowView
              key={person.participantId}
              person={person}
              roomId={roomId}
              model={model}
              moderate={actions.moderate}
              hostActions={model.isHostHere && isHere ? actions.doors : undefined}
              onDialog={onDialog}
            />
          ))}
        </ul>
      )}
      {people.length > shown.length ? (
        <Button size="small" look="plain" className="room-more" onPress={() => setShowAll(true)}>
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
    </section>
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
      {people.length === 0 && door.capacity === undefined ? t('rooms.empty') : placesOf(people.length, door.capacity)}
      {isHere ? `, ${t('rooms.youAreHere')}` : ''}
    </span>
  )
}

function placesOf(people: number, capacity: number | undefined): string {
  return capacity === undefined ? `${people}` : t('doors.places', { people, capacity })
}

function toRoomMenu(
  section: RoomSectionModel,
  moderate: ModerateActions,
  onDialog: (dialog: RoomsDialog) => void,
): readonly MenuGroup[] {
  const { roomId, name, open, people } = section
  const room = { roomId, name, peopleCount: people.length }
  return [
    {
      id: 'change',
      entries: [
        {
          id: 'settings',
          label: t('doors.settings'),
          icon: <Settings2 />,
          onAction: () => onDialog({ type: 'settings', roomId }),
        },
        {
          id: 'rename',
          label: t('rooms.rename'),
          icon: <Pencil />,
          onAction: () => onDialog({ type: 'rename', room }),
        },
        open
          ? {
              id: 'close',
              label: people.length > 0 ? t('rooms.closeWithPeople') : t('rooms.close'),
              icon: <DoorClosed />,
              onAction: () => moderate.closeRoom(roomId),
            }
          : { id: 'open', label: t('rooms.open'), icon: <DoorOpen />, onAction: () => moderate.openRoom(roomId) },
      ],
    },
    {
      id: 'remove',
      entries: [
        {
          id: 'remove',
          label: people.length > 0 ? t('rooms.removeWithPeople') : t('rooms.remove'),
          icon: <Trash2 />,
          isDestructive: true,
          onAction: () => (people.length > 0 ? onDialog({ type: 'remove', room }) : moderate.removeRoom(roomId)),
        },
      ],
    },
  ]
}

function toPlaceMenu(
  { roomId }: RoomSectionModel,
  { sections }: RoomsPaneModel,
  moderate: ModerateActions,
): readonly MenuGroup[] {
  const ids = sections.filter((section) => !section.isMain).map((section) => section.roomId)
  const place = ids.indexOf(roomId)
  const up = { id: 'up', label: t('doors.moveUp'), icon: <ArrowUp /> }
  const down = { id: 'down', label: t('doors.moveDown'), icon: <ArrowDown /> }
  return [
    {
      id: 'place',
      entries: [
        ...(place > 0 ? [{ ...up, onAction: () => moderate.placeRoom(roomId, ids[place - 1]) }] : []),
        ...(place < ids.length - 1 ? [{ ...down, onAction: () => moderate.placeRoom(roomId, ids[place + 2]) }] : []),
      ],
    },
  ]
}
