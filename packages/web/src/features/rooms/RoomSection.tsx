// SPDX-License-Identifier: Apache-2.0
// One room in the pane: its mark, name and people, the way in, and its menu for moderators.
import { DoorClosed, DoorOpen, Ellipsis, Lock, Pencil, Trash2 } from 'lucide-react'
import { type CSSProperties, useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu, type MenuGroup } from '../../ui/Menu.tsx'
import { RoomMark, roomColourCount } from '../../ui/RoomMark.tsx'
import { HandCount } from '../hands/HandCount.tsx'
import { toHandsGroup } from '../hands/handMenus.tsx'
import { toRoomGroup } from '../moderation/moderationMenus.tsx'
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
  readonly onDialog: (dialog: RoomsDialog) => void
}

export function RoomSection({ section, model, actions, onDialog }: RoomSectionProps) {
  const [showAll, setShowAll] = useState(false)
  const { roomId, name, people, isHere, isMain } = section
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
        <RoomCount section={section} />
        {section.canJoin ? (
          <Button
            look="outline"
            size="small"
            onPress={() => actions.join(roomId)}
            aria-label={t('rooms.joinName', { name })}
          >
            {t('rooms.join')}
          </Button>
        ) : null}
        {actions.moderate ? (
          <Menu
            label={t('rooms.actionsFor', { name })}
            trigger={
              <IconButton label={t('rooms.actionsFor', { name })} icon={<Ellipsis />} size="small" look="quiet" />
            }
            groups={[
              ...toHandsGroup(section.handCount, { roomId }, actions.moderate.lowerHands),
              toRoomGroup(roomId, actions.moderate.moderation),
              ...(isMain ? [] : toRoomMenu(section, actions.moderate, onDialog)),
            ]}
          />
        ) : null}
      </div>
      {people.length === 0 ? null : (
        <ul className="room-people">
          {shown.map((person) => (
            <PersonRowView
              key={person.participantId}
              person={person}
              roomId={roomId}
              model={model}
              moderate={actions.moderate}
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
    </section>
  )
}

function RoomCount({ section }: { readonly section: RoomSectionModel }) {
  const { people, isHere, active, messages } = section
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
      {people.length === 0 ? t('rooms.empty') : people.length}
      {isHere ? `, ${t('rooms.youAreHere')}` : ''}
    </span>
  )
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
