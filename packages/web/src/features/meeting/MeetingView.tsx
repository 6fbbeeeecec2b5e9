// SPDX-License-Identifier: Apache-2.0
// The meeting itself: top bar, strip, tiles, controls, pane. Gets the snapshots and the actions; opens and closes nothing itself.
import type { MeetingSnapshot, MeetingView as View } from '@alcove/client'
import {
  type ChatTarget,
  mainRoomId,
  type ParticipantId,
  type Reaction,
  type ShownItem,
  type Stoppable,
} from '@alcove/protocol'
import { Link, Megaphone, UserPlus } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { LocalMediaSnapshot } from '../../devices/LocalMedia.ts'
import type { DeviceKind } from '../../devices/openDevice.ts'
import { t, useLanguage } from '../../i18n/texts.ts'
import { toHidden } from '../../state/hiddenControls.ts'
import type { PageSnapshot, PageStore } from '../../state/PageStore.ts'
import { changePreferences, usePreferences } from '../../state/preferences.ts'
import { useFullscreen } from '../../state/useFullscreen.ts'
import { useMediaQuery } from '../../state/useMediaQuery.ts'
import { usePage } from '../../state/usePage.ts'
import { useWakeLock } from '../../state/useWakeLock.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { AnnouncementStrip } from '../announcements/AnnouncementStrip.tsx'
import { useAnnouncement } from '../announcements/useAnnouncement.ts'
import { LazyBoard } from '../board/LazyBoard.tsx'
import { LazyChatPane } from '../chat/LazyChatPane.tsx'
import { type ChatState, useChat } from '../chat/useChat.ts'
import { LobbyNotice } from '../door/LobbyNotice.tsx'
import { DoorNotices } from '../doors/DoorNotices.tsx'
import { AskHelpDialog } from '../help/AskHelpDialog.tsx'
import { HelpNotices } from '../help/HelpNotices.tsx'
import type { HelpActions } from '../help/helpActions.ts'
import { toHelpModel } from '../help/helpModel.ts'
import type { OwnSendingActions } from '../moderation/moderationActions.ts'
import { OwnSending } from '../moderation/OwnSending.tsx'
import { type Running, toGate } from '../moderation/ownSending.ts'
import { OwnPodiumBanner } from '../podium/OwnPodiumBanner.tsx'
import { PodiumStrip } from '../podium/PodiumStrip.tsx'
import { toPodium, toPodiumPictures } from '../podium/podiumModel.ts'
import { LazyReactionBar } from '../reactions/LazyReactions.tsx'
import { ReactionCaptions } from '../reactions/ReactionCaptions.tsx'
import { type ListenToReactions, useReactions } from '../reactions/useReactions.ts'
import { LazyRoomsDialog } from '../rooms/LazyRoomsDialog.tsx'
import { LazyRoomsPane } from '../rooms/LazyRoomsPane.tsx'
import type { RoomsActions } from '../rooms/roomsActions.ts'
import { markOf, roomIdsInOrder, roomNameOf, toRoomsPane } from '../rooms/roomsPane.ts'
import { toRoundText } from '../rounds/roundText.ts'
import { ChooseRoomCard } from '../running/ChooseRoomCard.tsx'
import { CountdownBanner } from '../running/CountdownBanner.tsx'
import { RoomTime } from '../running/RoomTime.tsx'
import { toRoomChoices } from '../running/runningModel.ts'
import { useTimerWarnings } from '../running/useTimerWarnings.ts'
import { LookersStrip } from '../seeing/LookersStrip.tsx'
import { ActivityContext, useActivity } from '../seeing/useActivity.ts'
import { LazySettings } from '../settings/LazySettings.tsx'
import { LazyShortcuts } from '../shortcuts/LazyShortcuts.tsx'
import type { Shortcut } from '../shortcuts/shortcuts.ts'
import { useShortcuts } from '../shortcuts/useShortcuts.ts'
import { toMeetingTitle } from '../welcome/suggestName.ts'
import { type TellClick, toBarRules } from './barRules.ts'
import { ControlBar } from './ControlBar.tsx'
import { chooseFocus, chooseStripPerson, type Focus, nextSpeaker } from './focus.ts'
import { NoticeStrip } from './NoticeStrip.tsx'
import { type NoticeAction, toLastingNotices, toMoveText } from './notices.ts'
import type { Quality } from './quality.ts'
import { RemoteAudio } from './RemoteAudio.tsx'
import { RoomCaptions } from './RoomCaptions.tsx'
import { type ShownPicture, toShownItems } from './shown.ts'
import { TileArea } from './TileArea.tsx'
import { type ConnectionLook, TopBar } from './TopBar.tsx'
import { recordSpeakers, type ScreenModel, type TileModel, toScreens, toTiles } from './tiles.ts'
import { useFocusHome } from './useFocusHome.ts'
import { useHeld } from './useHeld.ts'
import type { PassingNotices } from './usePassingNotices.ts'
import { usePictureInPicture } from './usePictureInPicture.ts'
import { useQuality } from './useQuality.ts'
import './meeting.css'

export interface MeetingActions {
  readonly setOn: (kind: DeviceKind, on: boolean) => void
  readonly choose: (kind: DeviceKind, deviceId: string) => void
  readonly flipCamera: () => void
  readonly getStats: () => Promise<readonly RTCStatsReport[]>
  readonly shareScreen: () => void
  readonly stopSharing: () => void
  readonly ownSending: OwnSendingActions
  readonly show: (items: readonly ShownItem[]) => void
  readonly leave: () => void
  /** Renames oneself. Resolves with what went wrong, in words. */
  readonly renameSelf: (displayName: string) => Promise<string | undefined>
  /** Resolves with whether it was sent; tells by itself why not. */
  readonly sendMessage: (to: ChatTarget, text: string) => Promise<boolean>
  /** As sendMessage, from the lobby to the moderators. */
  readonly writeFromLobby: (text: string) => Promise<boolean>
  readonly raiseHand: (raised: boolean) => void
  readonly react: (reaction: Reaction) => void
  readonly listenToReactions: ListenToReactions
  readonly help: HelpActions
  readonly rooms: RoomsActions
}

/** What the view tells the host page; nothing where there is none. */
export interface HostVoice {
  readonly click: TellClick
  /** A button that the host page put on a notice. */
  readonly noticeAction: (id: string) => void
}

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

/** Voices of the room stay low over pauses of the podium this long. */
const podiumPauseMs = 1_500

export function MeetingView({ snapshot, view, local, passing, actions, page, hostVoice }: MeetingViewProps) {
  const { chatOpen, title, config, thread, pinned, dialog, ...shownHere } = usePage(page)
  const { boardOpen, maxHeight, audioOnly, volumes } = shownHere
  const { moderate } = actions.rooms
  const board = moderate && boardOpen ? moderate : undefined
  // The board shows the same, and more of it.
  const paneOpen = shownHere.paneOpen && !board
  const [soundBlocked, setSoundBlocked] = useState(false)
  const [soundAttempt, setSoundAttempt] = useState(0)
  // As in roomsPane.css: there the pane covers everything else.
  const isSheet = useMediaQuery('(max-width: 820px)')
  // Narrower than this, two panes would leave too little for the pictures.
  const fitsBoth = useMediaQuery('(min-width: 1500px)')
  const chat = useChat(view, snapshot.chat, chatOpen)
  const spokeLately = useSpokeLately(view.room.speakers)
  const place = usePlace(view)
  useMoveNotice(view, passing.tell)
  useFocusHome()
  const activity = useActivity(view.moderators, snapshot.serverOffsetMs)
  const { serverOffsetMs } = snapshot
  const { countdown, timer } = view.meeting
  useTimerWarnings(timer, serverOffsetMs, passing.tell)
  const announcement = useAnnouncement(view.room.announcement)
  const [isAskingHelp, setIsAskingHelp] = useState(false)
  const [hasChosen, setHasChosen] = useState(false)
  const [isReacting, setIsReacting] = useState(false)
  const reactions = useReactions(actions.listenToReactions, place.roomId)
  const choices = useMemo(() => toRoomChoices(view, roomIdsInOrder(view)), [view])

  const { remoteTracks, localTracks } = snapshot
  const language = useLanguage()
  const preferences = usePreferences()
  const setPinned = useCallback((focus: Focus | undefined) => page.pin(focus), [page])
  const setDialog = useCallback((next: PageSnapshot['dialog']) => page.showDialog(next), [page])
  const [isPreparing, setIsPreparing] = useState(false)
  useWakeLock()
  const quality = useQuality(actions.getStats, remoteTracks)
  const { weak } = quality
  // biome-ignore lint/correctness/useExhaustiveDependencies: words of the language are in it
  const tiles = useMemo(
    () => toTiles({ view, remoteTracks, localTracks, weak, audioOnly }),
    [view, remoteTracks, localTracks, weak, audioOnly, language],
  )
  const screens = useMemo(() => toScreens({ view, remoteTracks, localTracks }), [view, remoteTracks, localTracks])
  // biome-ignore lint/correctness/useExhaustiveDependencies: words of the language are in it
  const rooms = useMemo(() => toRoomsPane(view, toHidden(config), remoteTracks), [view, config, remoteTracks, language])
  // biome-ignore lint/correctness/useExhaustiveDependencies: words of the language are in it
  const help = useMemo(() => toHelpModel(view), [view, language])
  const speaker = useSpeaker(view.room.speakers, tiles)
  const { layout } = preferences
  const focus = useMemo(
    () => chooseFocus({ tiles, screens, pinned, layout, speaker }),
    [tiles, screens, pinned, layout, speaker],
  )
  const stageId = focus?.participantId ?? (layout === 'speaker' ? speaker : undefined)
  useEffect(() => page.setOnStage(stageId), [page, stageId])
  const selfView = preferences.selfView && config.disableSelfView !== true
  const shownTiles = useMemo(
    () => (selfView ? tiles : tiles.filter((tile) => !tile.isSelf || tiles.length === 1)),
    [tiles, selfView],
  )
  const fullscreen = useFullscreen()
  const pictureInPicture = usePictureInPicture(pictureThatMatters(focus, tiles, screens, speaker))
  const isSmallWindowOpen = pictureInPicture?.isOn ?? false
  useEffect(() => page.setSmallWindow(isSmallWindowOpen), [page, isSmallWindowOpen])
  const toggleLayout = () => changePreferences({ layout: layout === 'tiles' ? 'speaker' : 'tiles' })
  const podium = useMemo(() => toPodium(view, remoteTracks), [view, remoteTracks])
  const onPodium = useMemo(() => new Set(podium.speakers.map(({ participantId }) => participantId)), [podium])
  const isPodiumSpeaking = useHeld(podium.isSpeaking, podiumPauseMs)
  const notices = [
    ...toLastingNotices({
      state: snapshot.state,
      mediaState: snapshot.mediaState,
      soundBlocked,
      local,
      ownLine: quality.own,
    }),
    ...passing.notices,
  ]

  const turnSoundOn = useCallback(() => {
    setSoundBlocked(false)
    setSoundAttempt((before) => before + 1)
  }, [])
  const handleNotice = (action: NoticeAction) => (action === 'turn-sound-on' ? turnSoundOn() : actions.stopSharing())
  const show = useCallback(
    (pictures: readonly ShownPicture[]) =>
      actions.show(toShownItems([...toPodiumPictures(podium), ...pictures], devicePixelRatio, maxHeight)),
    [actions, podium, maxHeight],
  )
  const openPane = (open: boolean) => page.openPane(open, !fitsBoth)
  const closeBoard = useCallback(() => page.openBoard(false), [page])
  const toggleBoard = moderate ? () => page.openBoard(!boardOpen) : undefined
  const openChat = (open: boolean) => page.openChat(open, !fitsBoth)
  useAskedThread(thread, chat)
  const unread = chat?.unread ?? 0
  useEffect(() => page.setUnread(unread), [page, unread])
  const rules = useMemo(() => toBarRules(config, hostVoice.click), [config, hostVoice])
  const running = useRunning(local)
  const switchOn = useCallback((source: DeviceKind) => actions.setOn(source, true), [actions])
  const switchOff = useCallback(
    (source: Stoppable) => (source === 'screen' ? actions.stopSharing() : actions.setOn(source, false)),
    [actions],
  )
  const onBlocked = useCallback(() => setSoundBlocked(true), [])
  const mayGoBack = place.roomId !== mainRoomId && (view.self.can.returnToMain || view.self.can.moderate)
  const backToMain = mayGoBack ? () => actions.rooms.join(mainRoomId) : undefined

  const ownName = view.meeting.people[view.self.participantId]?.displayName ?? t('words.you')
  const mayShare = local.canShareScreen && !view.self.denied.includes('screen-sharing')
  const toggleSharing = mayShare ? (local.screen ? actions.stopSharing : actions.shareScreen) : undefined
  const gates = { audio: toGate(view, 'audio'), video: toGate(view, 'video') }
  const mayTalk = gates.audio === 'free' && !local.microphone.wanted && local.microphone.problem === undefined
  useShortcuts(preferences.shortcuts && dialog === undefined, {
    run: (shortcut) => {
      const run: Readonly<Record<Shortcut, () => void>> = {
        microphone: () =>
          (gates.audio === 'free' || running.microphone) && actions.setOn('microphone', !running.microphone),
        camera: () => (gates.video === 'free' || running.camera) && actions.setOn('camera', !running.camera),
        share: () => gates.video === 'free' && toggleSharing?.(),
        pane: () => !board && openPane(!paneOpen),
        board: () => toggleBoard?.(),
        chat: () => openChat(!chatOpen),
        layout: toggleLayout,
        fullscreen: () => fullscreen?.toggle(),
        help: () => setDialog('shortcuts'),
      }
      run[shortcut]()
    },
    startTalking: mayTalk ? () => actions.setOn('microphone', true) : undefined,
    stopTalking: () => actions.setOn('microphone', false),
  })

  const round = toRoundText(view.meeting.rounds)
  const isInMain = place.roomId === mainRoomId
  const banner = { serverOffsetMs, isInMain, onCancel: moderate?.cancelCountdown }
  const strip = { announcement: announcement.shown, onDismiss: announcement.dismiss }
  const helpNotices = (
    <HelpNotices model={board ? { ...help, queue: [] } : help} actions={actions.help} serverOffsetMs={serverOffsetMs} />
  )
  const endPodium = moderate?.leavePodium
  const ownPodium = (isSilent: boolean) =>
    podium.own && endPodium ? (
      <OwnPodiumBanner own={podium.own} isMicrophoneOn={isHeard(localTracks)} onEnd={endPodium} isSilent={isSilent} />
    ) : null
  const reactionBar = isReacting ? (
    <LazyReactionBar onReact={actions.react} onClose={() => setIsReacting(false)} />
  ) : null
  const bar = (
    <ControlBar
      local={local}
      gates={gates}
      peopleCount={rooms.peopleCount}
      paneOpen={board ? undefined : paneOpen}
      board={toggleBoard && { isOpen: board !== undefined, toggle: toggleBoard }}
      handUp={view.room.hands.some(({ participantId }) => participantId === view.self.participantId)}
      rules={rules}
      chat={{ isOpen: chatOpen, unread, toggle: () => openChat(!chatOpen) }}
      reactions={{ isOpen: isReacting, toggle: () => setIsReacting(!isReacting) }}
      view={{
        layout,
        toggleLayout,
        fullscreen,
        pictureInPicture,
        showSettings: () => setDialog('settings'),
        showShortcuts: () => setDialog('shortcuts'),
      }}
      actions={{
        setOn: actions.setOn,
        ask: actions.ownSending.ask,
        choose: actions.choose,
        flipCamera: canFlip(local.camera) ? actions.flipCamera : undefined,
        togglePane: () => openPane(!paneOpen),
        toggleSharing,
        backToMain,
        raiseHand: actions.raiseHand,
        askForHelp: help.canAsk ? () => setIsAskingHelp(true) : undefined,
        leave: actions.leave,
      }}
    />
  )
  return (
    <ActivityContext value={activity}>
      <div className="meeting" data-room-id={view.room.roomId}>
        <main className="meeting-main" inert={(paneOpen || chatOpen) && isSheet}>
          {board ? null : (
            <TopBar
              roomName={place.name}
              roomIndex={place.index}
              peopleInRoom={config.hideParticipantsStats ? undefined : tiles.length}
              roomTime={
                <>
                  {timer ? <RoomTime timer={timer} serverOffsetMs={serverOffsetMs} /> : null}
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
              meetingTitle={
                config.hideConferenceSubject
                  ? ''
                  : (title ?? view.meeting.subject ?? toMeetingTitle(view.meeting.meetingId))
              }
              connection={toConnectionLook(snapshot, quality.own)}
              onCopyLink={config.disableInviteFunctions ? undefined : copyLink}
            />
          )}
          {countdown ? <CountdownBanner {...banner} countdown={countdown} /> : null}
          <AnnouncementStrip {...strip} />
          {helpNotices}
          <LobbyNotice people={rooms.lobby} paneOpen={paneOpen || board !== undefined} onShow={() => openPane(true)} />
          <DoorNotices view={view} actions={actions.rooms.doors} />
          {choices.length > 0 && !hasChosen ? (
            <ChooseRoomCard choices={choices} onChoose={actions.rooms.join} onStay={() => setHasChosen(true)} />
          ) : null}
          {ownPodium(false)}
          <LookersStrip view={view} />
          <PodiumStrip speakers={podium.speakers} onEnd={moderate?.moderation.endPodium} />
          <NoticeStrip
            notices={notices}
            onAction={handleNotice}
            onDismiss={passing.dismiss}
            onHostAction={hostVoice.noticeAction}
          />
          <OwnSending
            view={view}
            running={running}
            actions={actions.ownSending}
            switchOn={switchOn}
            switchOff={switchOff}
            tell={passing.tell}
          />
          {board ? (
            <LazyBoard
              pane={rooms}
              help={help}
              helpActions={actions.help}
              moderate={board}
              join={actions.rooms.join}
              serverOffsetMs={serverOffsetMs}
              place={place}
              speaker={chooseStripPerson(tiles, speaker)}
              peopleHere={tiles.length}
              onShow={show}
              bar={
                <>
                  {reactionBar}
                  {bar}
                </>
              }
              tell={passing.tell}
              onClose={closeBoard}
            />
          ) : (
            <>
              <TileArea
                tiles={shownTiles}
                reactions={reactions}
                screens={screens}
                focus={focus}
                pinned={pinned}
                onPin={setPinned}
                spokeLately={spokeLately}
                ownName={ownName}
                emptyHint={
                  <EmptyHint
                    view={view}
                    roomName={place.name}
                    backToMain={backToMain}
                    onPrepare={moderate ? () => setIsPreparing(true) : undefined}
                  />
                }
                onShow={show}
                onMore={() => openPane(true)}
              />
              {reactionBar}
              {bar}
            </>
          )}
        </main>
        {paneOpen ? (
          <LazyRoomsPane
            model={rooms}
            help={help}
            helpActions={actions.help}
            actions={actions.rooms}
            isSheet={isSheet}
            serverOffsetMs={serverOffsetMs}
            onClose={() => page.openPane(false)}
            onOpenBoard={toggleBoard}
            notices={
              <>
                {countdown ? <CountdownBanner {...banner} countdown={countdown} isSilent={!isSheet} /> : null}
                <AnnouncementStrip {...strip} isSilent={!isSheet} />
                {isSheet ? ownPodium(true) : null}
                {isSheet ? <LookersStrip view={view} /> : null}
                <NoticeStrip
                  notices={passing.notices}
                  onAction={handleNotice}
                  onDismiss={passing.dismiss}
                  onHostAction={hostVoice.noticeAction}
                />
              </>
            }
          />
        ) : null}
        {chat && chatOpen ? (
          <LazyChatPane
            chat={chat}
            view={view}
            onSend={actions.sendMessage}
            isSheet={isSheet}
            onClose={() => page.openChat(false)}
            notices={
              <>
                <AnnouncementStrip {...strip} isSilent={!isSheet} />
                {isSheet ? helpNotices : null}
                {isSheet ? ownPodium(true) : null}
                {isSheet ? <LookersStrip view={view} /> : null}
                <NoticeStrip
                  notices={passing.notices}
                  onAction={handleNotice}
                  onDismiss={passing.dismiss}
                  onHostAction={hostVoice.noticeAction}
                />
              </>
            }
          />
        ) : null}
        {isAskingHelp ? <AskHelpDialog onAsk={actions.help.ask} onClose={() => setIsAskingHelp(false)} /> : null}
        {config.startSilent ? null : (
          <RemoteAudio
            remoteTracks={remoteTracks}
            podium={onPodium}
            isLowered={isPodiumSpeaking}
            volumes={volumes}
            attempt={soundAttempt}
            onBlocked={onBlocked}
          />
        )}
        {dialog === 'settings' ? (
          <LazySettings
            local={local}
            ownName={view.self.can.rename ? { name: ownName, onRename: actions.renameSelf } : undefined}
            onChoose={actions.choose}
            onShowShortcuts={() => setDialog('shortcuts')}
            onClose={() => setDialog(undefined)}
          />
        ) : null}
        {dialog === 'shortcuts' ? <LazyShortcuts onClose={() => setDialog(undefined)} /> : null}
        {isPreparing && moderate ? (
          <LazyRoomsDialog
            dialog={{ type: 'prepare' }}
            model={rooms}
            moderate={moderate}
            onClose={() => setIsPreparing(false)}
          />
        ) : null}
        <RoomCaptions roomId={place.roomId} tiles={tiles} />
        <ReactionCaptions listen={actions.listenToReactions} view={view} />
      </div>
    </ActivityContext>
  )
}

interface EmptyHintProps {
  readonly view: View
  readonly roomName: string
  readonly backToMain: (() => void) | undefined
  /** Absent for who may not. */
  readonly onPrepare: (() => void) | undefined
}

function EmptyHint({ view, roomName, backToMain, onPrepare }: EmptyHintProps) {
  const [copied, setCopied] = useState(false)
  if (Object.keys(view.meeting.people).length === 1) {
    return (
      <>
        <UserPlus aria-hidden="true" className="muted-text" />
        <h2>{t('meeting.firstTitle')}</h2>
        <p>{t('meeting.firstText')}</p>
        <Button look="primary" onPress={() => void copyLink().then(setCopied)}>
          <Link aria-hidden="true" /> {copied ? t('meeting.linkCopied') : t('meeting.copyTheLink')}
        </Button>
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
        <p>{t('meeting.allAwayText')}</p>
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

/** Opens the talk that was asked for from elsewhere. */
function useAskedThread({ to, turn }: PageSnapshot['thread'], chat: ChatState | undefined): void {
  const latest = useRef(chat)
  latest.current = chat
  useEffect(() => {
    if (turn === 0) return
    if (to === 'room') latest.current?.select('room')
    else latest.current?.talkTo(to)
  }, [to, turn])
}

function isHeard(localTracks: MeetingSnapshot['localTracks']): boolean {
  return localTracks.some(({ source, muted }) => source === 'microphone' && !muted)
}

/** The same object while nothing is switched. */
function useRunning({ microphone, camera, screen }: LocalMediaSnapshot): Running {
  const isMicrophoneOn = microphone.wanted
  const isCameraOn = camera.wanted
  const isSharing = screen !== undefined
  return useMemo(
    () => ({ microphone: isMicrophoneOn, camera: isCameraOn, screen: isSharing }),
    [isMicrophoneOn, isCameraOn, isSharing],
  )
}

function usePlace(view: View) {
  const { roomId } = view.room
  return { roomId, name: roomNameOf(view, roomId), index: markOf(view, roomId) }
}

function useMoveNotice(view: View, tell: PassingNotices['tell']): void {
  const { roomId } = view.room
  const before = useRef(roomId)
  const name = roomNameOf(view, roomId)
  useEffect(() => {
    if (before.current === roomId) return
    before.current = roomId
    tell('info', toMoveText(name, roomId === mainRoomId))
  }, [roomId, name, tell])
}

function useSpokeLately(speakers: readonly ParticipantId[]): readonly ParticipantId[] {
  const [spoke, setSpoke] = useState<readonly ParticipantId[]>([])
  const next = recordSpeakers(spoke, speakers)
  if (next !== spoke) setSpoke(next)
  return next
}

function useSpeaker(speakers: readonly ParticipantId[], tiles: readonly TileModel[]): ParticipantId | undefined {
  const [shown, setShown] = useState<ParticipantId>()
  const next = nextSpeaker(shown, speakers, tiles)
  if (next !== shown) setShown(next)
  return next
}

/** For the small window: what stands large, else who speaks, else anybody. */
function pictureThatMatters(
  focus: Focus | undefined,
  tiles: readonly TileModel[],
  screens: readonly ScreenModel[],
  speaker: ParticipantId | undefined,
): MediaStreamTrack | undefined {
  if (focus?.type === 'screen') return screens.find((one) => one.participantId === focus.participantId)?.track
  const wanted = focus?.participantId ?? speaker
  const others = tiles.filter((tile) => !tile.isSelf && tile.camera)
  return (others.find((tile) => tile.participantId === wanted) ?? others[0])?.camera
}

function canFlip(camera: LocalMediaSnapshot['camera']): boolean {
  return camera.facing !== undefined && camera.choices.length > 1
}

function toConnectionLook({ state, mediaState }: MeetingSnapshot, own: Quality['own']): ConnectionLook {
  if (state.status === 'reconnecting' || mediaState === 'failed' || mediaState === 'unsupported') return 'lost'
  if (mediaState === 'connecting') return 'connecting'
  return own
}

async function copyLink(): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(`${location.origin}${location.pathname}`)
    return true
  } catch {
    // Plain http has no clipboard; a dialog with the address can be copied from.
    prompt(t('meeting.linkToCopy'), `${location.origin}${location.pathname}`)
    return false
  }
}
