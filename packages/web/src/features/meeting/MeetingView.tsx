// SPDX-License-Identifier: Apache-2.0
// The meeting itself: top bar, what is told, tiles or board, controls, panes, dialogs. Gets the snapshots and the actions; opens and closes nothing itself.
import type { MeetingSnapshot, MeetingView as View } from '@alcove/client'
import { mainRoomId } from '@alcove/protocol'
import { useMemo, useState } from 'react'
import type { LocalMediaSnapshot } from '../../devices/LocalMedia.ts'
import { t, useLanguage } from '../../i18n/texts.ts'
import { type BarButton, privateChatOf, showsButton, toHidden } from '../../state/hiddenControls.ts'
import type { PageStore } from '../../state/PageStore.ts'
import { usePreferences } from '../../state/preferences.ts'
import { usePage } from '../../state/usePage.ts'
import { useWakeLock } from '../../state/useWakeLock.ts'
import { useAnnouncement } from '../announcements/useAnnouncement.ts'
import { LazyBoard } from '../board/LazyBoard.tsx'
import type { Plan } from '../board/plan.ts'
import { LazyChatPane } from '../chat/LazyChatPane.tsx'
import { toPasswordDigits } from '../door/passwordRule.ts'
import { toHelpModel } from '../help/helpModel.ts'
import { useTakenOff } from '../podium/useTakenOff.ts'
import { ReactionCaptions } from '../reactions/ReactionCaptions.tsx'
import { useReactions } from '../reactions/useReactions.ts'
import { LazyRoomsPane } from '../rooms/LazyRoomsPane.tsx'
import { MeetingMenuContext } from '../rooms/menuClicks.ts'
import { toRoomsPane } from '../rooms/roomsPane.ts'
import { RoomTime } from '../running/RoomTime.tsx'
import { useTimerWarnings } from '../running/useTimerWarnings.ts'
import { useActivity } from '../seeing/useActivity.ts'
import { AbovePane, AboveTiles, type Told } from './AboveTiles.tsx'
import { toBarRules, toToldMenu } from './barRules.ts'
import { EmptyHint } from './EmptyHint.tsx'
import { chooseStripPerson } from './focus.ts'
import { MeetingBar } from './MeetingBar.tsx'
import { MeetingContexts } from './MeetingContexts.tsx'
import { MeetingDialogs, type OwnDialog } from './MeetingDialogs.tsx'
import { MeetingHead } from './MeetingHead.tsx'
import type { HostVoice, MeetingActions } from './meetingActions.ts'
import { type NoticeAction, toLastingNotices } from './notices.ts'
import type { Quality } from './quality.ts'
import { RemoteAudio } from './RemoteAudio.tsx'
import { RoomCaptions } from './RoomCaptions.tsx'
import { TileArea } from './TileArea.tsx'
import type { ConnectionLook } from './TopBar.tsx'
import { useFocusHome } from './useFocusHome.ts'
import { useLook } from './useLook.ts'
import { useMeetingChat } from './useMeetingChat.ts'
import { useMeetingShortcuts } from './useMeetingShortcuts.ts'
import { useOpenParts } from './useOpenParts.ts'
import { useOwnMedia } from './useOwnMedia.ts'
import { usePartsAhead } from './usePartsAhead.ts'
import type { PassingNotices } from './usePassingNotices.ts'
import { useLobbyChange, usePlace } from './usePlace.ts'
import { useQuality } from './useQuality.ts'
import { useSound } from './useSound.ts'
import { useStage } from './useStage.ts'
import './meeting.css'

export interface MeetingViewProps {
  readonly snapshot: MeetingSnapshot
  readonly view: View
  readonly local: LocalMediaSnapshot
  readonly passing: PassingNotices
  readonly actions: MeetingActions
  /** What this page shows besides the meeting. */
  readonly page: PageStore
  readonly hostVoice: HostVoice
}

export function MeetingView({ snapshot, view, local, passing, actions, page, hostVoice }: MeetingViewProps) {
  const shownHere = usePage(page)
  const { config, dialog } = shownHere
  const { remoteTracks, serverOffsetMs } = snapshot
  const { moderate } = actions.rooms
  const preferences = usePreferences()
  const language = useLanguage()

  const parts = useOpenParts(page, shownHere, moderate)
  const { board, paneOpen, chatOpen, isSheet } = parts
  const place = usePlace(view, passing.store)
  useLobbyChange(view, passing.store)
  const toldMenu = useMemo(() => toToldMenu(toBarRules(config, hostVoice.click)), [config, hostVoice])
  const quality = useQuality(actions.getStats, remoteTracks)
  const stage = useStage({ view, snapshot, page, shownHere, weak: quality.weak, actions })
  const own = useOwnMedia(view, local, actions)
  const sound = useSound()
  const activity = useActivity(view.moderators?.lately, serverOffsetMs)
  const announcement = useAnnouncement(view.room.announcement)
  const reactions = useReactions(actions.listenToReactions, place.roomId)
  // biome-ignore lint/correctness/useExhaustiveDependencies: words of the language are in it
  const rooms = useMemo(
    () => toRoomsPane(view, toHidden(config), remoteTracks, toPasswordDigits(config.roomPasswordNumberOfDigits)),
    [view, config, remoteTracks, language],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: words of the language are in it
  const help = useMemo(() => toHelpModel(view), [view, language])
  const [ownDialog, setOwnDialog] = useState<OwnDialog>()
  const [isReacting, setIsReacting] = useState(false)
  const [plan, setPlan] = useState<Plan>()

  const chat = useMeetingChat(view, snapshot.chat, page, shownHere)
  const { timer } = view.meeting
  useTimerWarnings(timer, serverOffsetMs, passing.tell)
  useTakenOff(view, passing.tell)
  useFocusHome()
  usePartsAhead(snapshot.state.status === 'joined')
  useWakeLock()

  const look = useLook(page, shownHere, stage.pictureInPicture)
  const hasShortcuts = preferences.shortcuts && !config.disableShortcuts
  const shows = (button: BarButton) => showsButton(config, button)
  useMeetingShortcuts({ isOn: hasShortcuts && dialog === undefined, shows, local, own, parts, look, actions })

  const mayGoBack = !place.isMain && (view.self.can.returnToMain || view.self.can.moderate)
  const backToMain = mayGoBack ? () => actions.rooms.join(mainRoomId) : undefined
  const mayNameOneself = view.self.can.rename && !config.disableProfile && !config.readOnlyName
  const ownName = view.meeting.people[view.self.participantId]?.displayName ?? t('words.you')
  const onNotice = (action: NoticeAction) => (action === 'turn-sound-on' ? sound.turnOn() : actions.stopSharing())
  const { state, mediaState } = snapshot
  const lasting = toLastingNotices({ state, mediaState, soundBlocked: sound.isBlocked, local, ownLine: quality.own })
  const { podium } = stage
  const { lobby } = rooms
  const about = { view, snapshot, place, podium, announcement, help, passing, lobby, lasting }
  const told: Told = { ...about, actions, hostVoice, parts, onNotice }
  const bar = (
    <MeetingBar
      view={view}
      local={local}
      own={own}
      parts={parts}
      config={config}
      hostVoice={hostVoice}
      peopleCount={rooms.peopleCount}
      unread={chat?.unread ?? 0}
      isReacting={isReacting}
      setReacting={setIsReacting}
      look={look}
      backToMain={backToMain}
      askForHelp={help.canAsk ? () => setOwnDialog('ask-help') : undefined}
      actions={actions}
    />
  )
  return (
    <MeetingContexts activity={activity} told={told}>
      <div className="meeting" data-room-id={view.room.roomId} data-nameless={config.hideDisplayName || undefined}>
        <main
          className="meeting-main"
          data-board={board !== undefined || undefined}
          inert={(paneOpen || chatOpen) && isSheet}
        >
          {board ? null : (
            <MeetingHead
              view={view}
              shownHere={shownHere}
              place={place}
              peopleInRoom={stage.tiles.length}
              announcement={announcement}
              connection={toConnectionLook(snapshot, quality.own)}
              serverOffsetMs={serverOffsetMs}
            />
          )}
          <AboveTiles told={told} own={own} />
          {board ? (
            <LazyBoard
              pane={rooms}
              help={help}
              helpActions={actions.help}
              moderate={board}
              join={actions.rooms.join}
              serverOffsetMs={serverOffsetMs}
              place={place}
              speaker={chooseStripPerson(stage.tiles, stage.speaker)}
              peopleHere={stage.tiles.length}
              time={timer ? <RoomTime timer={timer} serverOffsetMs={serverOffsetMs} /> : null}
              onShow={stage.show}
              bar={bar}
              tell={passing.tell}
              plan={plan}
              setPlan={setPlan}
              onClose={parts.closeBoard}
            />
          ) : (
            <>
              <TileArea
                tiles={stage.shownTiles}
                reactions={reactions}
                screens={stage.screens}
                focus={stage.focus}
                pinned={shownHere.pinned}
                onPin={stage.pin}
                spokeLately={stage.spokeLately}
                ownName={ownName}
                emptyHint={
                  <EmptyHint
                    view={view}
                    roomName={place.name}
                    backToMain={backToMain}
                    onPrepare={moderate ? () => setOwnDialog('prepare') : undefined}
                    onOpenBoard={parts.toggleBoard}
                    canInvite={shows('invite')}
                  />
                }
                onShow={stage.show}
                onMore={parts.showPane}
              />
              {bar}
            </>
          )}
        </main>
        {paneOpen ? (
          <MeetingMenuContext value={toldMenu}>
            <LazyRoomsPane
              model={rooms}
              help={help}
              helpActions={actions.help}
              actions={actions.rooms}
              isSheet={isSheet}
              serverOffsetMs={serverOffsetMs}
              onClose={() => page.openPane(false)}
              onOpenBoard={parts.toggleBoard}
              notices={<AbovePane told={told} isSheet={isSheet} also="countdown" />}
            />
          </MeetingMenuContext>
        ) : null}
        {chat && chatOpen ? (
          <LazyChatPane
            chat={chat}
            view={view}
            alone={privateChatOf(config)}
            onSend={actions.sendMessage}
            isSheet={isSheet}
            onClose={() => page.openChat(false)}
            notices={<AbovePane told={told} isSheet={isSheet} also="help" />}
          />
        ) : null}
        {config.startSilent ? null : (
          <RemoteAudio
            remoteTracks={remoteTracks}
            podium={stage.onPodium}
            isLowered={stage.isPodiumSpeaking}
            volumes={shownHere.volumes}
            attempt={sound.attempt}
            onBlocked={sound.onBlocked}
          />
        )}
        <MeetingDialogs
          page={page}
          shownHere={shownHere}
          local={local}
          rooms={rooms}
          ownName={ownName}
          mayRename={mayNameOneself}
          own={ownDialog}
          closeOwn={() => setOwnDialog(undefined)}
          actions={actions}
        />
        <RoomCaptions roomId={place.roomId} tiles={stage.tiles} />
        <ReactionCaptions listen={actions.listenToReactions} view={view} />
      </div>
    </MeetingContexts>
  )
}

function toConnectionLook({ state, mediaState }: MeetingSnapshot, own: Quality['own']): ConnectionLook {
  if (state.status === 'reconnecting' || mediaState === 'failed' || mediaState === 'unsupported') return 'lost'
  if (mediaState === 'connecting') return 'connecting'
  return own
}
