// SPDX-License-Identifier: Apache-2.0
// All that is told in a meeting, one below the other: above the tiles, never over faces; and in short again in a pane, which may cover them.
import type { MeetingSnapshot, MeetingView } from '@alcove/client'
import { type ReactElement, useMemo, useState } from 'react'
import { roomIdsInOrder } from '../../state/inOrder.ts'
import { AnnouncementStrip, toAnnouncementText } from '../announcements/AnnouncementStrip.tsx'
import type { OwnAnnouncement } from '../announcements/useAnnouncement.ts'
import { LobbyNotice } from '../door/LobbyNotice.tsx'
import type { LobbyRow } from '../door/lobbyModel.ts'
import { DoorNotices } from '../doors/DoorNotices.tsx'
import { HelpNotices } from '../help/HelpNotices.tsx'
import type { HelpModel } from '../help/helpModel.ts'
import { AskNotices, OwnSending } from '../moderation/OwnSending.tsx'
import { OwnPodiumBanner } from '../podium/OwnPodiumBanner.tsx'
import { PodiumStrip } from '../podium/PodiumStrip.tsx'
import { ChooseRoomCard } from '../running/ChooseRoomCard.tsx'
import { CountdownBanner, SpokenCountdown } from '../running/CountdownBanner.tsx'
import { toRoomChoices } from '../running/runningModel.ts'
import { LookersStrip } from '../seeing/LookersStrip.tsx'
import type { HostVoice, MeetingActions } from './meetingActions.ts'
import { NoticeStrip } from './NoticeStrip.tsx'
import type { Notice, NoticeAction } from './notices.ts'
import type { OpenParts } from './useOpenParts.ts'
import type { OwnMedia } from './useOwnMedia.ts'
import type { PassingNotices } from './usePassingNotices.ts'
import type { Place } from './usePlace.ts'
import type { Stage } from './useStage.ts'

/** What is told in more than one place. */
export interface Told {
  readonly view: MeetingView
  readonly snapshot: MeetingSnapshot
  readonly place: Place
  readonly podium: Stage['podium']
  readonly announcement: OwnAnnouncement
  readonly help: HelpModel
  readonly passing: PassingNotices
  readonly actions: MeetingActions
  readonly hostVoice: HostVoice
  readonly parts: OpenParts
  readonly lobby: readonly LobbyRow[]
  /** What holds for as long as it is so. */
  readonly lasting: readonly Notice[]
  readonly onNotice: (action: NoticeAction) => void
}

export interface AboveTilesProps {
  readonly told: Told
  readonly own: OwnMedia
}

export function AboveTiles({ told, own }: AboveTilesProps) {
  const { view, podium, actions, passing, parts } = told
  return (
    <>
      <Countdown told={told} />
      <Announcement told={told} />
      <Help told={told} />
      <Lobby told={told} />
      <DoorNotices view={view} hasBar={parts.board === undefined} actions={actions.rooms.doors} />
      <ChooseRoom told={told} />
      <OwnPodium told={told} />
      <LookersStrip view={view} />
      <PodiumStrip speakers={podium.speakers} onEnd={actions.rooms.moderate?.moderation.endPodium} />
      <Notices told={told} />
      <AskNotices view={view} actions={actions.ownSending} />
      <OwnSending
        view={view}
        running={own.running}
        actions={actions.ownSending}
        switchOn={own.switchOn}
        switchOff={own.switchOff}
        tell={passing.tell}
      />
    </>
  )
}

export interface AbovePaneProps {
  readonly told: Told
  /** The pane covers what stands above the tiles. */
  readonly isSheet: boolean
  /** Of what the pane itself does not tell. */
  readonly also: 'countdown' | 'help'
}

export function AbovePane({ told, isSheet, also }: AbovePaneProps) {
  // Beside the tiles a pane has no place for what stands above them.
  if (!isSheet) return null
  const { view, actions } = told
  return (
    <>
      {also === 'countdown' ? <Countdown told={told} /> : null}
      <Announcement told={told} />
      {also === 'help' ? (
        <>
          <Help told={told} />
          <Lobby told={told} />
          <DoorNotices view={view} hasBar actions={actions.rooms.doors} />
        </>
      ) : null}
      <OwnPodium told={told} />
      <LookersStrip view={view} />
      <Notices told={told} />
      <AskNotices view={view} actions={actions.ownSending} />
    </>
  )
}

/** In a dialog, which lies over everything else: what just happened, and in words alone what is seen behind it. */
export function AboveDialog({ told }: PartProps) {
  const { passing, announcement } = told
  return (
    <>
      <Strip told={told} notices={passing.notices} />
      <p className="only-read-aloud" role="status">
        {announcement.shown ? toAnnouncementText(announcement.shown) : ''}
      </p>
      <p className="only-read-aloud" role="status">
        <CountdownWords told={told} />
      </p>
    </>
  )
}

interface PartProps {
  readonly told: Told
}

function Countdown({ told }: PartProps) {
  const { view, snapshot, place, actions } = told
  const { countdown } = view.meeting
  return (
    <>
      <p className="only-read-aloud" role="status">
        <CountdownWords told={told} />
      </p>
      {countdown ? (
        <CountdownBanner
          countdown={countdown}
          serverOffsetMs={snapshot.serverOffsetMs}
          isInMain={place.isMain}
          onCancel={actions.rooms.moderate?.cancelCountdown}
        />
      ) : null}
    </>
  )
}

function CountdownWords({ told: { view, snapshot, place } }: PartProps) {
  const { countdown } = view.meeting
  if (!countdown) return null
  return <SpokenCountdown countdown={countdown} serverOffsetMs={snapshot.serverOffsetMs} isInMain={place.isMain} />
}

function Announcement({ told: { announcement } }: PartProps) {
  return <AnnouncementStrip announcement={announcement.shown} onDismiss={announcement.dismiss} />
}

function OwnPodium({ told: { podium, snapshot, actions } }: PartProps): ReactElement | null {
  const end = actions.rooms.moderate?.leavePodium
  if (!end) return null
  const isHeard = snapshot.localTracks.some(({ source, muted }) => source === 'microphone' && !muted)
  return <OwnPodiumBanner own={podium.own} isMicrophoneOn={isHeard} onEnd={end} />
}

/** The board has the queue itself. */
function Help({ told: { help, actions, snapshot, parts } }: PartProps) {
  return (
    <HelpNotices
      model={help}
      actions={actions.help}
      serverOffsetMs={snapshot.serverOffsetMs}
      isQueueElsewhere={parts.board !== undefined}
    />
  )
}

function Lobby({ told: { lobby, actions, parts } }: PartProps) {
  return (
    <LobbyNotice
      people={lobby}
      paneOpen={parts.paneOpen || parts.board !== undefined}
      actions={actions.rooms.moderate?.meetingDoor}
      onShow={parts.showPane ?? parts.toggleBoard}
    />
  )
}

function ChooseRoom({ told: { view, actions } }: PartProps) {
  const [hasChosen, setHasChosen] = useState(false)
  const choices = useMemo(() => toRoomChoices(view, roomIdsInOrder(view)), [view])
  // The next time that rooms are under way is another question.
  if (choices.length === 0 && hasChosen) setHasChosen(false)
  if (choices.length === 0 || hasChosen) return null
  return <ChooseRoomCard choices={choices} onChoose={actions.rooms.join} onStay={() => setHasChosen(true)} />
}

function Notices({ told }: PartProps) {
  return <Strip told={told} notices={[...told.lasting, ...told.passing.notices]} />
}

function Strip({ told, notices }: { readonly told: Told; readonly notices: readonly Notice[] }) {
  const { onNotice, passing, hostVoice } = told
  return (
    <NoticeStrip
      notices={notices}
      onAction={onNotice}
      onDismiss={passing.dismiss}
      onHostAction={hostVoice.noticeAction}
    />
  )
}
