// SPDX-License-Identifier: Apache-2.0
// Who knocks at a room, with the two answers.
import type { RoomId } from '@alcove/protocol'
import { t } from '../../i18n/texts.ts'
import { Bold } from '../../ui/Bold.tsx'
import { Button } from '../../ui/Button.tsx'
import type { DoorActions } from './doorActions.ts'
import type { KnockRow } from './doorModel.ts'
import './doors.css'

export interface KnockListProps {
  readonly roomId: RoomId
  /** Named where the list does not stand at its room. */
  readonly roomName?: string
  readonly knocks: readonly KnockRow[]
  readonly actions: DoorActions
}

export function KnockList({ roomId, roomName, knocks, actions }: KnockListProps) {
  if (knocks.length === 0) return null
  return (
    <ul className="knock-list" aria-label={t('doors.knocking')}>
      {knocks.map(({ participantId, name }) => (
        <li key={participantId} className="knock">
          <span className="knock-words">
            <Bold
              text={
                roomName === undefined ? t('doors.knocks', { name }) : t('doors.knocksAt', { name, room: roomName })
              }
            />
          </span>
          <Button
            size="small"
            look="primary"
            aria-label={t('doors.letInLabel', { name })}
            onPress={() => actions.admit(roomId, participantId, true)}
          >
            {t('doors.letIn')}
          </Button>
          <Button
            size="small"
            look="outline"
            aria-label={t('doors.notNowLabel', { name })}
            onPress={() => actions.admit(roomId, participantId, false)}
          >
            {t('words.notNow')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
