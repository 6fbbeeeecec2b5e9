// SPDX-License-Identifier: Apache-2.0
// The top bar with what stands in it at this moment: time left, the round, the announcement that was put away.
import type { MeetingView } from '@alcove/client'
import { Megaphone } from 'lucide-react'
import { t } from '../../i18n/texts.ts'
import { showsButton } from '../../state/hiddenControls.ts'
import type { PageSnapshot } from '../../state/PageStore.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import type { OwnAnnouncement } from '../announcements/useAnnouncement.ts'
import { RoomTask } from '../doors/RoomTask.tsx'
import { toRoundText } from '../rounds/roundText.ts'
import { RoomTime } from '../running/RoomTime.tsx'
import { toMeetingTitle } from '../welcome/suggestName.ts'
import { copyMeetingLink } from './copyMeetingLink.ts'
import { type ConnectionLook, TopBar } from './TopBar.tsx'
import type { Place } from './usePlace.ts'

export interface MeetingHeadProps {
  readonly view: MeetingView
  readonly shownHere: PageSnapshot
  readonly place: Place
  readonly peopleInRoom: number
  readonly announcement: OwnAnnouncement
  readonly connection: ConnectionLook
  readonly serverOffsetMs: number
}

export function MeetingHead(props: MeetingHeadProps) {
  const { view, shownHere, place, peopleInRoom, announcement, connection, serverOffsetMs } = props
  const { title, config } = shownHere
  const { timer, rounds, subject, meetingId } = view.meeting
  const round = toRoundText(rounds)
  return (
    <TopBar
      roomName={place.name}
      roomIndex={place.index}
      peopleInRoom={config.hideParticipantsStats ? undefined : peopleInRoom}
      roomTime={timer ? <RoomTime timer={timer} serverOffsetMs={serverOffsetMs} /> : null}
      task={<RoomTask task={view.room.task} place="bar" hasBar />}
      further={
        <>
          {round === undefined ? null : <span className="top-bar-round">{round}</span>}
          {announcement.readAgain ? (
            <IconButton
              label={t('announce.readAgain')}
              icon={<Megaphone />}
              size="small"
              look="quiet"
              onPress={announcement.readAgain}
            />
          ) : null}
        </>
      }
      meetingTitle={config.hideConferenceSubject ? '' : (title ?? subject ?? toMeetingTitle(meetingId))}
      connection={connection}
      onCopyLink={showsButton(config, 'invite') ? copyMeetingLink : undefined}
    />
  )
}
