// SPDX-License-Identifier: Apache-2.0
// What moderators can do with a person: send them to a room, change their role, moderate what they send. For the pane and the board.
import { mainRoomId, type RoomId } from '@alcove/protocol'
import { DoorOpen, Pencil, ShieldCheck, ShieldMinus, Signpost } from 'lucide-react'
import { t } from '../../i18n/texts.ts'
import type { MenuGroup } from '../../ui/Menu.tsx'
import { RoomMark } from '../../ui/RoomMark.tsx'
import { toHandsGroup } from '../hands/handMenus.tsx'
import { toPersonGroups } from '../moderation/moderationMenus.tsx'
import type { RoomsDialog } from './dialogs.tsx'
import type { ModerateActions } from './roomsActions.ts'
import type { PersonRow, RoomsPaneModel } from './roomsPane.ts'

export interface PersonMenuInput {
  readonly person: PersonRow
  readonly roomId: RoomId
  readonly model: RoomsPaneModel
  readonly moderate: ModerateActions
  readonly onDialog: (dialog: RoomsDialog) => void
}

/** Everything a moderator can do with a person. */
export function toPersonMenu(input: PersonMenuInput): readonly MenuGroup[] {
  const { person, model, moderate } = input
  const entries = model.sections
    .filter((section) => section.roomId !== input.roomId)
    .map((section) => ({
      id: `move/${section.roomId}`,
      label: section.name,
      icon: <RoomMark index={section.index} />,
      onAction: () => moderate.move(person.participantId, section.roomId),
    }))
  return [
    ...toHandsOf(person, moderate),
    { id: 'move', title: t('person.moveTo'), entries },
    ...toPlaceAndRights(input),
  ]
}

/** The same but for going to another room, where that is done in another way. */
export function toPersonRights(input: PersonMenuInput): readonly MenuGroup[] {
  return [...toHandsOf(input.person, input.moderate), ...toPlaceAndRights(input)]
}

function toHandsOf({ participantId, handPlace }: PersonRow, moderate: ModerateActions): readonly MenuGroup[] {
  return toHandsGroup(handPlace === undefined ? 0 : 1, { participantId }, moderate.lowerHands)
}

function toPlaceAndRights({ person, roomId, model, moderate, onDialog }: PersonMenuInput): readonly MenuGroup[] {
  const { participantId, isModerator, isSelf } = person
  const role: MenuGroup['entries'][number] = isModerator
    ? {
        id: 'unmake',
        label: isSelf ? t('person.giveUpModerator') : t('person.unmakeModerator'),
        icon: <ShieldMinus />,
        onAction: () => moderate.setRole(participantId, 'participant'),
      }
    : {
        id: 'make',
        label: t('person.makeModerator'),
        icon: <ShieldCheck />,
        onAction: () => moderate.setRole(participantId, 'moderator'),
      }
  const { hidden } = model
  const isRoleHidden = hidden.has('role') || (isModerator && hidden.has(isSelf ? 'self-demote' : 'demote'))
  return [
    {
      id: 'assign',
      entries:
        model.roomCount === 0
          ? []
          : [
              {
                id: 'assign',
                label: t('person.assign'),
                icon: <Signpost />,
                onAction: () => onDialog({ type: 'assign', person }),
              },
            ],
    },
    {
      id: 'name',
      entries: [
        {
          id: 'rename',
          label: t('person.rename'),
          icon: <Pencil />,
          onAction: () => onDialog({ type: 'rename-person', person }),
        },
      ],
    },
    { id: 'role', entries: [...(isRoleHidden ? [] : [role]), ...toHostEntry(person, roomId, moderate)] },
    ...(isSelf ? [] : toPersonGroups(person, model.mustAsk, moderate.moderation, onDialog, model.hidden)),
  ]
}

/** In the main room there are no hosts. */
function toHostEntry(
  { participantId, isHost }: PersonRow,
  roomId: RoomId,
  moderate: ModerateActions,
): MenuGroup['entries'] {
  if (roomId === mainRoomId) return []
  const label = isHost ? t('doors.unmakeHost') : t('doors.makeHost')
  return [{ id: 'host', label, icon: <DoorOpen />, onAction: () => moderate.setHost(roomId, participantId, !isHost) }]
}
