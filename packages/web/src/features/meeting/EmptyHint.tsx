// SPDX-License-Identifier: Apache-2.0
// What to do next when nobody else is in the room: ask others in, prepare rooms, go back.
import type { MeetingView } from '@alcove/client'
import { mainRoomId } from '@alcove/protocol'
import { LayoutDashboard, Link, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { copyMeetingLink } from './copyMeetingLink.ts'

export interface EmptyHintProps {
  readonly view: MeetingView
  readonly roomName: string
  readonly backToMain: (() => void) | undefined
  /** Absent for who may not. */
  readonly onPrepare: (() => void) | undefined
  /** To see all rooms; absent for who has no board. */
  readonly onOpenBoard: (() => void) | undefined
  /** Others can be asked in from here. */
  readonly canInvite: boolean
}

export function EmptyHint({ view, roomName, backToMain, onPrepare, onOpenBoard, canInvite }: EmptyHintProps) {
  const [copied, setCopied] = useState(false)
  if (Object.keys(view.meeting.people).length === 1) {
    return (
      <>
        <UserPlus aria-hidden="true" className="muted-text" />
        <h2>{t('meeting.firstTitle')}</h2>
        {canInvite ? (
          <>
            <p>{t('meeting.firstText')}</p>
            <Button look="primary" onPress={() => void copyMeetingLink().then(setCopied)}>
              <Link aria-hidden="true" /> {copied ? t('meeting.linkCopied') : t('meeting.copyTheLink')}
            </Button>
          </>
        ) : null}
        {onPrepare ? (
          <Button look="outline" onPress={onPrepare}>
            {t('meeting.prepare')}
          </Button>
        ) : null}
      </>
    )
  }
  if (view.room.roomId === mainRoomId) {
    return (
      <>
        <h2>{t('meeting.allAwayTitle')}</h2>
        <p>
          {view.self.can.enterRooms || view.self.can.moderate ? t('meeting.allAwayText') : t('meeting.allAwayWait')}
        </p>
        {onOpenBoard ? (
          <Button look="outline" onPress={onOpenBoard}>
            <LayoutDashboard aria-hidden="true" /> {t('meeting.openBoard')}
          </Button>
        ) : null}
      </>
    )
  }
  return (
    <>
      <h2>{t('meeting.aloneTitle', { room: roomName })}</h2>
      <p>{backToMain ? t('meeting.aloneOrBack') : t('meeting.aloneText')}</p>
      {backToMain ? (
        <Button look="outline" onPress={backToMain}>
          {t('meeting.backToMain')}
        </Button>
      ) : null}
    </>
  )
}
