// SPDX-License-Identifier: Apache-2.0
// What moderators can do with a room. For the pane and the board.
import { ArrowDown, ArrowUp, DoorClosed, DoorOpen, Pencil, Settings2, Trash2 } from 'lucide-react'
import { t } from '../../i18n/texts.ts'
import type { MenuGroup } from '../../ui/Menu.tsx'
import { toHandsGroup } from '../hands/handMenus.tsx'
import { toRoomGroup } from '../moderation/moderationMenus.tsx'
import type { RoomsDialog } from './dialogs.tsx'
import type { ModerateActions } from './roomsActions.ts'
import type { RoomSectionModel, RoomsPaneModel } from './roomsPane.ts'

export interface RoomMenuInput {
  readonly section: RoomSectionModel
  readonly model: RoomsPaneModel
  readonly moderate: ModerateActions
  readonly onDialog: (dialog: RoomsDialog) => void
}

/** Everything a moderator can do with a room. */
export function toRoomMenu({ section, model, moderate, onDialog }: RoomMenuInput): readonly MenuGroup[] {
  const { roomId, isMain } = section
  return [
    ...toHandsGroup(section.handCount, { roomId }, moderate.lowerHands),
    ...(model.hidden.has('mute-all') ? [] : [toRoomGroup(roomId, moderate.moderation)]),
    ...(isMain ? [] : toChanges(section, moderate, onDialog)),
    ...(isMain ? [] : toPlaceMenu(section, model, moderate)),
  ]
}

function toChanges(
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
