// SPDX-License-Identifier: Apache-2.0
// One meeting in this tab, from before entering to after leaving: owns the client and what is captured, and chooses the page to show for where one stands.
import type { MeetingId } from '@alcove/protocol'
import { useEffect, useMemo, useState } from 'react'
import type { HostLink } from '../../embed/HostLink.ts'
import type { Address } from '../../embed/readAddress.ts'
import { useHosting } from '../../embed/useHosting.ts'
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
import { LazyEndedPage } from '../report/LazyEndedPage.tsx'
import { MenuClicksContext, untold } from '../rooms/menuClicks.ts'
import { toMeetingTitle } from '../welcome/suggestName.ts'
import { toNameRule } from './entering.ts'
import { MeetingView } from './MeetingView.tsx'
import type { HostVoice } from './meetingActions.ts'
import { AskTakeOverPage, BusyPage, ComingBackPage, FailedPage, LeftPage, ReplacedPage } from './pages.tsx'
import { useDeviceWarnings } from './useDeviceWarnings.ts'
import { useEntering } from './useEntering.ts'
import { useMeetingActions } from './useMeetingActions.ts'
import { useEffects, useMeetingParts } from './useMeetingParts.ts'
import { usePassingNotices } from './usePassingNotices.ts'

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
  const [givenName, setGivenName] = useState<string>()
  const ownTitle = toMeetingTitle(meetingId)
  const { names, title: titleHere, config } = usePage(page)
  const { status } = snapshot.state
  const entering = useEntering({ client, media, page, host, meetingId, address, source, status, tell })
  const { phase, asksPassword, initialName, showEntry, join, comeBack, givePassword, leave } = entering
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

  useEffect(() => {
    document.title = `${title} · Alcove`
  }, [title])

  const onClose = () => (host ? host.tellClosed() : goTo('/'))
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
