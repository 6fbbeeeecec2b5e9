// SPDX-License-Identifier: Apache-2.0
// One meeting in this tab, from before entering to after leaving: owns the client and what is captured, and chooses the page to show.
import type { MeetingId } from '@alcove/protocol'
import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { rememberedName, rememberName } from '../../devices/remembered.ts'
import type { HostLink } from '../../embed/HostLink.ts'
import type { Address } from '../../embed/readAddress.ts'
import { startMediaOf, startWithDevices } from '../../embed/startMedia.ts'
import { doWhatWasSet, useHosting } from '../../embed/useHosting.ts'
import { useWanted } from '../../embed/useWanted.ts'
import { t } from '../../i18n/texts.ts'
import { HeldSnapshots } from '../../state/HeldSnapshots.ts'
import { keepClaimCode, keptSecrets } from '../../state/joinSecrets.ts'
import { goTo } from '../../state/navigation.ts'
import { picturesOf } from '../../state/picturesOf.ts'
import { useLocalMedia, useMeeting } from '../../state/useMeeting.ts'
import { usePage } from '../../state/usePage.ts'
import { useShownView } from '../../state/useShownView.ts'
import { PicturesContext } from '../../ui/Avatar.tsx'
import { WaitingPage } from '../door/WaitingPage.tsx'
import { EntryPage } from '../entry/EntryPage.tsx'
import { useOutside } from '../entry/useOutside.ts'
import { toShortText } from '../problems/errorTexts.ts'
import { LazyEndedPage } from '../report/LazyEndedPage.tsx'
import { MenuClicksContext, untold } from '../rooms/menuClicks.ts'
import { toMeetingTitle } from '../welcome/suggestName.ts'
import { enter, isAboutPassword, nothingOn, toNameRule, wantedMedia } from './entering.ts'
import { MeetingView } from './MeetingView.tsx'
import type { HostVoice } from './meetingActions.ts'
import { AskTakeOverPage, BusyPage, ComingBackPage, FailedPage, LeftPage, ReplacedPage } from './pages.tsx'
import { useDeviceWarnings } from './useDeviceWarnings.ts'
import { useMeetingActions } from './useMeetingActions.ts'
import { useEffects, useMeetingParts } from './useMeetingParts.ts'
import { usePassingNotices } from './usePassingNotices.ts'

type Phase =
  /** Looking for the seat that this tab may hold. */
  | { readonly at: 'checking' }
  /** Another live tab holds the seat. */
  | { readonly at: 'elsewhere' }
  | { readonly at: 'entry'; readonly problem?: EntryProblem }
  | { readonly at: 'joining' }
  /** Coming back to a seat. */
  | { readonly at: 'returning' }
  /** What shows follows the client's state. */
  | { readonly at: 'in' }
  | { readonly at: 'left' }
  /** This tab ended the meeting, and was loaded again since. */
  | { readonly at: 'ended' }

/** Why joining failed. */
interface EntryProblem {
  readonly text: string
  readonly isAboutPassword: boolean
}

export interface MeetingPageProps {
  readonly meetingId: MeetingId
  /** What the address said when it was opened. */
  readonly address: Address
  /** The page that embeds this one. */
  readonly host: HostLink | undefined
}

export function MeetingPage({ meetingId, address, host }: MeetingPageProps) {
  const passing = usePassingNotices()
  const { tell } = passing
  const { client, media, page } = useMeetingParts(meetingId, address, tell)
  const source = useMemo(() => new HeldSnapshots(client), [client])
  const snapshot = useMeeting(source)
  const local = useLocalMedia(media)
  useEffects(media, page)
  const [phase, setPhase] = useState<Phase>({ at: 'checking' })
  const [asksPassword, setAsksPassword] = useState(false)
  const [givenName, setGivenName] = useState<string>()
  const ownTitle = toMeetingTitle(meetingId)
  const { names, title: titleHere, config } = usePage(page)
  const outside = useOutside(client, phase.at === 'entry')
  const title = titleHere ?? snapshot.view?.meeting.subject ?? outside.subject ?? ownTitle
  const hostVoice = useHostVoice(host)
  const view = useShownView(snapshot.view, names)
  const people = snapshot.view?.meeting.people
  const waiting = snapshot.view?.moderators?.waiting
  const pictures = useMemo(
    () => (config.disableThirdPartyRequests ? {} : picturesOf(people, waiting)),
    [config.disableThirdPartyRequests, people, waiting],
  )
  const menuClicks = useMemo(() => host?.menuClicks(config) ?? untold, [config, host])

  // As the page opened: joining remembers another name, and must not begin the entry anew.
  const [initialName] = useState(() => address.displayName ?? rememberedName())
  const showEntry = useCallback(() => {
    setPhase({ at: 'entry' })
    client.prepare()
    void startWithDevices(media, startMediaOf(wantedMedia(), page.getSnapshot().config), address.devices)
    host?.tellEntry(initialName)
  }, [client, media, page, host, initialName, address.devices])

  // Who has left, or tries anew, is told nothing more of an earlier try.
  const tries = useRef(0)
  const beginTry = useCallback(() => {
    tries.current += 1
    const own = tries.current
    return () => own === tries.current
  }, [])
  const isPasswordDue = useRef(false)
  const showProblem = useCallback(
    (error: unknown) => {
      if (isAboutPassword(error)) {
        setAsksPassword(true)
        isPasswordDue.current = true
        host?.tellPasswordRequired()
      }
      setPhase({ at: 'entry', problem: { text: toShortText(error), isAboutPassword: isAboutPassword(error) } })
    },
    [host],
  )

  // Piece by piece: drawn at one go it would hold up the opening of media, which begins at the same time.
  const showMeeting = useCallback(() => {
    source.hold()
    startTransition(() => setPhase({ at: 'in' }))
  }, [source])
  useEffect(() => {
    if (phase.at === 'in') source.release()
  }, [phase, source])

  const comeBack = useCallback(async () => {
    const isCurrent = beginTry()
    setPhase({ at: 'returning' })
    void media.start(wantedMedia(), client)
    try {
      await enter(client, meetingId, rememberedName() || t('words.guest'))
    } catch (error) {
      if (!isCurrent()) return
      // The seat is gone, and a new one needs what only the person knows.
      if (isAboutPassword(error)) return showProblem(error)
      // The state of the client tells what went wrong, and the page follows it.
    }
    if (isCurrent()) showMeeting()
  }, [client, media, meetingId, beginTry, showProblem, showMeeting])

  const isNew = useRef(false)
  // Frames of other sites may remember nothing.
  const triedName = useRef('')
  const join = useCallback(
    async (displayName: string, password?: string) => {
      const isCurrent = beginTry()
      rememberName(displayName)
      setPhase({ at: 'joining' })
      isPasswordDue.current = false
      isNew.current = true
      triedName.current = displayName
      void media.attach(client)
      try {
        await enter(client, meetingId, displayName, password)
        if (isCurrent()) showMeeting()
      } catch (error) {
        if (isCurrent()) showProblem(error)
      }
    },
    [client, media, meetingId, beginTry, showProblem, showMeeting],
  )

  /** What a host page gives while a password is asked for. False: none is. */
  const givePassword = useCallback(
    (password: string) => {
      if (!isPasswordDue.current) return false
      void join(triedName.current, password)
      return true
    },
    [join],
  )

  /** Without the page before entering, where the configuration leaves it out. */
  const joinAtOnce = useCallback(async () => {
    setPhase({ at: 'joining' })
    // A link alone makes nobody heard or seen: that is for the person to say, or for a page that embeds the meeting.
    const wanted = host ? wantedMedia() : nothingOn
    void startWithDevices(media, startMediaOf(wanted, page.getSnapshot().config), address.devices)
    await join(initialName || t('words.guest'))
  }, [join, media, page, host, initialName, address.devices])

  const leave = useCallback(() => {
    beginTry()
    isPasswordDue.current = false
    setPhase({ at: 'left' })
    // Who is not in the meeting, nor in its lobby, has no end to be told of by the client.
    if (!['joined', 'reconnecting', 'waiting'].includes(client.getSnapshot().state.status)) host?.tellClosed()
    media.stop()
    void client.leave().catch(() => {}) // Left for this person either way; the server notices a silent seat by itself.
  }, [client, media, host, beginTry])

  useEffect(() => {
    document.title = `${title} · Alcove`
  }, [title])

  useEffect(() => {
    let current = true
    const begin = async () => {
      const { config } = page.getSnapshot()
      const isDirect = (config['prejoinConfig.enabled'] ?? config.prejoinPageEnabled) === false
      if (client.storedSeat() === undefined) {
        // A host page that opens the name anew means the next meeting.
        if (client.hasEndedMeeting() && !host) return setPhase({ at: 'ended' })
        return isDirect ? joinAtOnce() : showEntry()
      }
      const held = await client.isSeatHeldElsewhere().catch(() => false)
      if (!current) return
      if (held) setPhase({ at: 'elsewhere' })
      else await comeBack()
    }
    void begin()
    return () => {
      current = false
    }
  }, [client, host, page, comeBack, showEntry, joinAtOnce])

  const onClose = () => (host ? host.tellClosed() : goTo('/'))
  const { status } = snapshot.state
  const isIn = phase.at === 'in'
  useEffect(() => {
    // Camera and microphone belong to whoever is in the meeting, or still tries to join.
    if (isIn && (status === 'replaced' || status === 'failed')) media.stop()
  }, [isIn, status, media])

  useEffect(() => {
    // Also who waited in the lobby is in now.
    if (!isIn || status !== 'joined' || !isNew.current) return
    isNew.current = false
    doWhatWasSet({ client, media, page }).catch((error: unknown) => tell('error', toShortText(error)))
  }, [isIn, status, client, media, page, tell])

  useWanted(client, page, snapshot, tell)
  useDeviceWarnings(local, phase.at === 'in' || phase.at === 'returning', tell)
  const hosted = { client, media, page, notices: passing.store, title: ownTitle, leave }
  useHosting(host, { ...hosted, givePassword, offerName: setGivenName }, meetingId)
  const actions = useMeetingActions({ client, media, tell, leave, snapshot })

  const ended = { title, getReport: client.getEndedReport, onClose }
  switch (phase.at) {
    case 'checking':
      return <BusyPage title={t('meeting.oneMoment')} text={title} />
    case 'returning':
      return <ComingBackPage text={title} onClose={onClose} />
    case 'elsewhere':
      return <AskTakeOverPage onTakeOver={() => void comeBack()} />
    case 'left':
      return <LeftPage title={title} onReturn={() => void comeBack()} />
    case 'ended':
      return <LazyEndedPage {...ended} isKept={false} onGoOn={showEntry} />
    case 'entry':
    case 'joining': {
      const problem = phase.at === 'entry' ? phase.problem : undefined
      const hasCode = keptSecrets(meetingId).claimCode !== undefined
      return (
        <EntryPage
          title={title}
          outside={outside}
          key={givenName}
          initialName={givenName ?? initialName}
          name={toNameRule(config, givenName ?? initialName)}
          hiddenButtons={config.hiddenPremeetingButtons ?? []}
          local={local}
          problem={problem?.isAboutPassword ? undefined : problem?.text}
          password={asksPassword ? { problem: problem?.isAboutPassword ? problem.text : undefined } : undefined}
          isJoining={phase.at === 'joining'}
          actions={{
            join: (name, password) => {
              page.want({ displayName: undefined })
              void join(name, password)
            },
            takeCode: hasCode ? undefined : (code) => keepClaimCode(meetingId, code),
            setOn: actions.setOn,
            choose: actions.choose,
          }}
        />
      )
    }
    case 'in':
      break
  }
  if (snapshot.state.status === 'replaced') return <ReplacedPage onTakeOver={() => void comeBack()} />
  if (snapshot.state.status === 'failed') {
    const { code } = snapshot.state
    const isKept = code === 'MEETING_DISMISSED'
    if ((isKept || code === 'MEETING_ENDED') && client.hasEndedMeeting())
      return <LazyEndedPage {...ended} isKept={isKept} onGoOn={isKept ? () => void comeBack() : showEntry} />
    return <FailedPage code={code} onTryAgain={() => void comeBack()} onClose={onClose} />
  }
  if (snapshot.state.status === 'idle')
    return <FailedPage code="SERVER_UNREACHABLE" onTryAgain={() => void comeBack()} onClose={onClose} />
  if (snapshot.state.status === 'waiting')
    return (
      <WaitingPage
        title={title}
        camera={local.camera}
        talk={snapshot.state.talk}
        onWrite={(config['lobby.enableChat'] ?? config.enableLobbyChat) === false ? undefined : actions.writeFromLobby}
        problem={passing.notices.find(({ tone }) => tone === 'error')?.text}
        onLeave={config['lobby.showHangUp'] === false ? undefined : leave}
      />
    )
  if (!view) return <ComingBackPage text={title} onClose={onClose} />
  const rest = { local, passing, actions, page, hostVoice }
  return (
    <PicturesContext value={pictures}>
      <MenuClicksContext value={menuClicks}>
        <MeetingView snapshot={snapshot} view={view} {...rest} />
      </MenuClicksContext>
    </PicturesContext>
  )
}

function useHostVoice(host: HostLink | undefined): HostVoice {
  return useMemo(
    () => ({
      click: (key, preventExecution) =>
        host?.send({ name: 'toolbarButtonClicked', payload: { key, preventExecution } }),
      noticeAction: (id) => host?.send({ name: 'customNotificationActionTriggered', payload: { data: { id } } }),
    }),
    [host],
  )
}
