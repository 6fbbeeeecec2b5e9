// SPDX-License-Identifier: Apache-2.0
// One person in the pane, with a menu for moderators: send them to a room, change their role.

import type { RoomId } from '@alcove/protocol'
import { EllipsisVertical, Hand, Mic, MicOff } from 'lucide-react'
import { t } from '../../i18n/texts.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import type { DoorActions } from '../doors/doorActions.ts'
import { toHandsGroup } from '../hands/handMenus.tsx'
import '../hands/hands.css'
import type { RoomsDialog } from './dialogs.tsx'
import { useMenuClicks } from './menuClicks.ts'
import { toPersonMenu } from './personMenu.tsx'
import type { ModerateActions } from './roomsActions.ts'
import type { PersonRow, RoomsPaneModel } from './roomsPane.ts'

export interface PersonRowViewProps {
  readonly person: PersonRow
  readonly roomId: RoomId
  readonly model: RoomsPaneModel
  readonly moderate: ModerateActions | undefined
  /** What a host may do with the people of their room; absent elsewhere. */
  readonly hostActions: DoorActions | undefined
  readonly onDialog: (dialog: RoomsDialog) => void
}

export function PersonRowView({ person, roomId, model, moderate, hostActions, onDialog }: PersonRowViewProps) {
  const { participantId, name, isSelf, isModerator, isHost, absent, muted, speaking, handPlace } = person
  const toTold = useMenuClicks()
  const belongsTo = model.sections.find((one) => one.roomId === person.assignedRoomId && one.roomId !== roomId)?.name
  return (
    <li className="person" data-absent={absent || undefined} data-person-id={participantId}>
      <Avatar id={participantId} name={name} size="small" />
      <span className="person-words">
        <span className="person-name">{name}</span>
        {isSelf ? <span className="person-mark">{t('person.you')}</span> : null}
        {isModerator && !model.hidden.has('moderator-mark') ? (
          <span className="person-mark">{t('person.moderator')}</span>
        ) : null}
        {isHost ? <span className="person-mark">{t('doors.host')}</span> : null}
        {absent ? <span className="person-mark">{t('person.away')}</span> : null}
        {person.onPodium ? <span className="person-mark">{t('podium.mark')}</span> : null}
        {belongsTo ? (
          <span className="person-mark person-assigned">{t('person.belongsTo', { room: belongsTo })}</span>
        ) : null}
      </span>
      {handPlace === undefined ? null : (
        <span className="hand-mark" role="img" aria-label={t('hand.place', { place: handPlace })}>
          <Hand aria-hidden="true" />
          {handPlace}
        </span>
      )}
      {speaking ? <Mic className="person-speaks" role="img" aria-label={t('person.speaks')} /> : null}
      {muted && !speaking ? <MicOff className="person-muted" role="img" aria-label={t('person.muted')} /> : null}
      {moderate && !model.hidden.has('person-menu') ? (
        <Menu
          label={t('rooms.actionsFor', { name })}
          trigger={
            <IconButton label={t('rooms.actionsFor', { name })} icon={<EllipsisVertical />} size="small" look="quiet" />
          }
          groups={() => toTold(participantId, toPersonMenu({ person, roomId, model, moderate, onDialog }))}
        />
      ) : null}
      {!moderate && hostActions && !isSelf && !isModerator ? (
        <Menu
          label={t('rooms.actionsFor', { name })}
          trigger={
            <IconButton label={t('rooms.actionsFor', { name })} icon={<EllipsisVertical />} size="small" look="quiet" />
          }
          groups={toTold(participantId, [
            ...toHandsGroup(handPlace === undefined ? 0 : 1, { participantId }, hostActions.lowerHands),
            {
              id: 'media',
              entries: [
                {
                  id: 'mute',
                  label: t('moderation.mute'),
                  icon: <MicOff />,
                  onAction: () => hostActions.mute({ participantId }),
                },
              ],
            },
          ])}
        />
      ) : null}
    </li>
  )
}
