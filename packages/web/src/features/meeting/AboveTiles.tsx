// SPDX-License-Identifier: Apache-2.0
// All that is told in a meeting, one below the other: above the tiles, never over faces; and in short again in a pane, which may cover them.
import type { MeetingSnapshot, MeetingView } from '@alcove/client'
import { type ReactElement, useMemo, useState } from 'react'
import { AnnouncementStrip } from '../announcements/AnnouncementStrip.tsx'
import type { OwnAnnouncement } from '../announcements/useAnnouncement.ts'
import { LobbyNotice } from '../door/LobbyNotice.tsx'
import type { LobbyRow } from '../door/lobbyModel.ts'
import { DoorNotices } from '../doors/DoorNotices.tsx'
import { HelpNotices } from '../help/HelpNotices.tsx'
import type { HelpModel } from '../help/helpModel.ts'
import { OwnSending } from '../moderation/OwnSending.tsx'
import { OwnPodiumBanner } from '../podium/OwnPodiumBanner.tsx'
import { PodiumStrip } from '../podium/PodiumStrip.tsx'
import { roomIdsInOrder } from '../rooms/roomsPane.ts'
import { ChooseRoomCard } from '../running/ChooseRoomCard.tsx'
import { CountdownBanner } from '../running/CountdownBanner.tsx'
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
  readonly onNotice: (action: NoticeAction) => void
}

export interface AboveTilesProps {
  readonly told: Told
  readonly own: OwnMedia
  readonly parts: OpenParts
  readonly lobby: readonly LobbyRow[]
  readonly notices: readonly Notice[]
}

export function AboveTiles({ told, own, parts, lobby, notices }: AboveTilesProps) {
  const { view, podium, actions, passing } = told
  return (
    <>
      <Countdown told={told} isSilent={false} />
      <Announcement told={told} isSilent={false} />
      <Help told={told} isBoardOpen={parts.board !== undefined} />
      <LobbyNotice
        people={lobby}
        paneOpen={parts.paneOpen || parts.board !== undefined}
        actions={actions.rooms.moderate?.meetingDoor}
        onShow={parts.showPane ?? parts.toggleBoard}
      />
      <DoorNotices view={view} hasBar={parts.board === undefined} actions={actions.rooms.doors} />
      <ChooseRoom told={told} />
      <OwnPodium told={told} isSilent={false} />
      <LookersStrip view={view} />
      <PodiumStrip speakers={podium.speakers} onEnd={actions.rooms.moderate?.moderation.endPodium} />
      <Notices told={told} notices={notices} />
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
  return (
    <>
      {also === 'countdown' ? <Countdown told={told} isSilent={!isSheet} /> : null}
      <Announcement told={told} isSilent={!isSheet} />
      {isSheet && also === 'help' ? <Help told={told} isBoardOpen={false} /> : null}
      {isSheet ? <OwnPodium told={told} isSilent /> : null}
      {isSheet ? <LookersStrip view={told.view} /> : null}
      <Notices told={told} notices={told.passing.notices} />
    </>
  )
}

interface PartProps {
  readonly told: Told
  /** Shown a second time elsewhere, where it is not read aloud again. */
  readonly isSilent: boolean
}

function Countdown({ told: { view, snapshot, place, actions }, isSilent }: PartProps) {
  const { countdown } = view.meeting
  if (!countdown) return null
  return (
    <CountdownBanner
      countdown={countdown}
      serverOffsetMs={snapshot.serverOffsetMs}
      isInMain={place.isMain}
      onCancel={actions.rooms.moderate?.cancelCountdown}
      isSilent={isSilent}
    />
  )
}

function Announcement({ told: { announcement }, isSilent }: PartProps) {
  return <AnnouncementStrip announcement={announcement.shown} onDismiss={announcement.dismiss} isSilent={isSilent} />
}

function OwnPodium({ told: { podium, snapshot, actions }, isSilent }: PartProps): ReactElement | null {
  const end = actions.rooms.moderate?.leavePodium
  if (!podium.own || !end) return null
  const isHeard = snapshot.localTracks.some(({ source, muted }) => source === 'microphone' && !muted)
  return <OwnPodiumBanner own={podium.own} isMicrophoneOn={isHeard} onEnd={end} isSilent={isSilent} />
}

/** The board has the queue itself. */
function Help({ told, isBoardOpen }: { readonly told: Told; readonly isBoardOpen: boolean }) {
  const { help, actions, snapshot } = told
  return (
    <HelpNotices
      model={isBoardOpen ? { ...help, queue: [] } : help}
      actions={actions.help}
      serverOffsetMs={snapshot.serverOffsetMs}
    />
  )
}

function ChooseRoom({ told: { view, actions } }: { readonly told: Told }) {
  const [hasChosen, setHasChosen] = useState(false)
  const choices = useMemo(() => toRoomChoices(view, roomIdsInOrder(view)), [view])
  if (choices.length === 0 || hasChosen) return null
  return <ChooseRoomCard choices={choices} onChoose={actions.rooms.join} onStay={() => setHasChosen(true)} />
}

function Notices({ told, notices }: { readonly told: Told; readonly notices: readonly Notice[] }) {
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
