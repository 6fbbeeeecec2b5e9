// SPDX-License-Identifier: Apache-2.0
// The way into a room: join, give its password, knock, or see that it is full.
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import type { WayIn } from './doorModel.ts'

export interface WayInButtonProps {
  readonly roomName: string
  readonly wayIn: WayIn
  readonly onJoin: () => void
  readonly onPassword: () => void
  readonly onKnock: (knocking: boolean) => void
}

export function WayInButton({ roomName, wayIn, onJoin, onPassword, onKnock }: WayInButtonProps) {
  switch (wayIn) {
    case 'none':
      return null
    case 'full':
      return (
        <Button size="small" look="outline" isDisabled>
          {t('doors.full')}
        </Button>
      )
    case 'knock':
      return (
        <Button
          size="small"
          look="outline"
          onPress={() => onKnock(true)}
          aria-label={t('doors.knockLabel', { room: roomName })}
        >
          {t('doors.knock')}
        </Button>
      )
    case 'knocking':
      return (
        <Button size="small" look="outline" onPress={() => onKnock(false)}>
          {t('doors.stopKnocking')}
        </Button>
      )
    case 'join':
    case 'password':
      return (
        <Button
          size="small"
          look="outline"
          onPress={wayIn === 'join' ? onJoin : onPassword}
          aria-label={t('rooms.joinName', { name: roomName })}
        >
          {t('rooms.join')}
        </Button>
      )
  }
}
