// SPDX-License-Identifier: Apache-2.0
// The door of the meeting in the moderators' menu: lobby, password, moderator link, how many.
import type { DoorView } from '@alcove/protocol'
import { CalendarClock, Hourglass, KeyRound, Link, Users } from 'lucide-react'
import { t } from '../../i18n/texts.ts'
import { type Hidden, nothingHidden } from '../../state/hiddenControls.ts'
import type { MenuEntry, MenuGroup } from '../../ui/Menu.tsx'
import type { MeetingDoorActions } from './meetingDoorActions.ts'

export type DoorDialog =
  | { readonly type: 'prepare' }
  | { readonly type: 'limit-people' }
  | { readonly type: 'meeting-password' }
  | { readonly type: 'moderator-link' }

export function toDoorGroup(
  door: DoorView,
  actions: MeetingDoorActions,
  onDialog: (dialog: DoorDialog) => void,
  hidden: Hidden = nothingHidden,
): MenuGroup {
  const mustWait = door.beforeModerator === 'wait'
  // Without a moderator link whoever comes first is moderator: there is nobody to wait for.
  const early: MenuEntry = {
    id: 'before-moderator',
    label: t('door.waitForModerator'),
    icon: <Hourglass />,
    isChecked: mustWait,
    onAction: () => actions.setBeforeModerator(mustWait ? 'join' : 'wait'),
  }
  const lobby: MenuEntry = {
    id: 'lobby',
    label: t('door.lobby'),
    icon: <Hourglass />,
    isChecked: door.lobby,
    onAction: () => actions.setLobby(!door.lobby),
  }
  const password: MenuEntry = {
    id: 'password',
    label: door.password ? t('door.changePassword') : t('door.newPassword'),
    icon: <KeyRound />,
    onAction: () => onDialog({ type: 'meeting-password' }),
  }
  return {
    id: 'door',
    title: t('door.title'),
    entries: [
      {
        id: 'prepare',
        label: t('door.prepare'),
        icon: <CalendarClock />,
        onAction: () => onDialog({ type: 'prepare' }),
      },
      ...(hidden.has('lobby') ? [] : [lobby]),
      ...(door.moderatorKey ? [early] : []),
      ...(hidden.has('password') ? [] : [password]),
      {
        id: 'moderator-link',
        label: t('door.copyLink'),
        icon: <Link />,
        onAction: () => onDialog({ type: 'moderator-link' }),
      },
      {
        id: 'limit',
        label: t('moderation.limit'),
        icon: <Users />,
        onAction: () => onDialog({ type: 'limit-people' }),
      },
    ],
  }
}
