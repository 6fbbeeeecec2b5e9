// SPDX-License-Identifier: Apache-2.0
// One meeting in this tab, from before entering to after leaving: owns the client and what is captured, and chooses the page to show.
import { createMeetingClient, type MeetingClient } from '@alcove/client'
import type { MeetingId } from '@alcove/protocol'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { LocalMedia } from '../../devices/LocalMedia.ts'
import { rememberedName, rememberedTabMedia, rememberName, type TabMedia } from '../../devices/remembered.ts'
import { t } from '../../i18n/texts.ts'
import { useLocalMedia, useMeeting } from '../../state/useMeeting.ts'
import { EntryPage } from '../entry/EntryPage.tsx'
import { toShortText } from '../problems/errorTexts.ts'
import { toMeetingTitle } from '../welcome/suggestName.ts'
import { MeetingView } from './MeetingView.tsx'
import { AskTakeOverPage, BusyPage, FailedPage, LeftPage, ReplacedPage } from './pages.tsx'
import { useDeviceWarnings } from './useDeviceWarnings.ts'
import { useMeetingActions } from './useMeetingActions.ts'
import { usePassingNotices } from './usePassingNotices.ts'

type Phase =
  /** Looking for the seat that this tab may hold. */
  | { readonly at: 'checking' }
  /** Another live tab holds the seat. */
  | { readonly at: 'elsewhere' }
  | { readonly at: 'entry'; readonly problem: string | undefined }
  | { readonly at: 'joining' }
  /** Coming back to a seat. */
  | { readonly at: 'returning' }
  /** What shows follows the client's state. */
  | { readonly at: 'in' }
  | { readonly at: 'left' }

const allOn: TabMedia = { microphone: 'on', camera: 'on' }

export function MeetingPage({ meetingId }: { readonly meetingId: MeetingId }) {
  const passing = usePassingNotices()
  const { tell } = passing
  const { client, media } = useMeetingParts(meetingId, tell)
  const snapshot = useMeeting(client)
  const local = useLocalMedia(media)
  const [phase, setPhase] = useState<Phase>({ at: 'checking' })
  const title = toMeetingTitle(meetingId)

  const showEntry = useCallback(() => {
    setPhase({ at: 'entry', problem: undefined })
    void media.start(rememberedTabMedia() ?? allOn)
  }, [media])

  const comeBack = useCallback(async () => {
    setPhase({ at: 'returning' })
    void media.start(rememberedTabMedia() ?? allOn, client)
    // The state of the client tells what went wrong, and the page follows it.
    await client.join(rememberedName() || t('words.guest')).catch(() => {})
    setPhase({ at: 'in' })
  }, [client, media])

  const join = async (displayName: string) => {
    rememberName(displayName)
    setPhase({ at: 'joining' })
    void media.attach(client)
    try {
      await client.join(displayName)
      setPhase({ at: 'in' })
    } catch (error) {
      setPhase({ at: 'entry', problem: toShortText(error) })
    }
  }

  const leave = useCallback(() => {
    setPhase({ at: 'left' })
    media.stop()
    void client.leave().catch(() => {}) // Left for this person either way; the server notices a silent seat by itself.
  }, [client, media])

  useEffect(() => {
    document.title = `${title} · Alcove`
  }, [title])

  useEffect(() => {
    let current = true
    const begin = async () => {
      if (client.storedSeat() === undefined) return showEntry()
      const held = await client.isSeatHeldElsewhere().catch(() => false)
      if (!current) return
      if (held) setPhase({ at: 'elsewhere' })
      else await comeBack()
    }
    void begin()
    return () => {
      current = false
    }
  }, [client, comeBack, showEntry])

  const { status } = snapshot.state
  useEffect(() => {
    // Camera and microphone belong to whoever is in the meeting.
    if (status === 'replaced' || status === 'failed') media.stop()
  }, [status, media])

  useDeviceWarnings(local, phase.at === 'in' || phase.at === 'returning', tell)
  const actions = useMeetingActions({ client, media, tell, leave, snapshot })

  switch (phase.at) {
    case 'checking':
    case 'returning':
      return (
        <BusyPage title={phase.at === 'returning' ? t('meeting.comingBack') : t('meeting.oneMoment')} text={title} />
      )
    case 'elsewhere':
      return <AskTakeOverPage onTakeOver={() => void comeBack()} />
    case 'left':
      return <LeftPage title={title} onReturn={() => void comeBack()} />
    case 'entry':
    case 'joining':
      return (
        <EntryPage
          title={title}
          initialName={rememberedName()}
          local={local}
          problem={phase.at === 'entry' ? phase.problem : undefined}
          isJoining={phase.at === 'joining'}
          actions={{ join: (name) => void join(name), setOn: actions.setOn, choose: actions.choose }}
        />
      )
    case 'in':
      break
  }
  if (snapshot.state.status === 'replaced') return <ReplacedPage onTakeOver={() => void comeBack()} />
  if (snapshot.state.status === 'failed')
    return <FailedPage code={snapshot.state.code} onTryAgain={() => void comeBack()} />
  if (snapshot.state.status === 'idle')
    return <FailedPage code="SERVER_UNREACHABLE" onTryAgain={() => void comeBack()} />
  if (!snapshot.view) return <BusyPage title={t('meeting.comingBack')} text={title} />
  return <MeetingView snapshot={snapshot} view={snapshot.view} local={local} passing={passing} actions={actions} />
}

/** The client and the capture of this page; both end with it. */
function useMeetingParts(meetingId: MeetingId, tell: (tone: 'error', text: string) => void) {
  const latestTell = useRef(tell)
  latestTell.current = tell
  const parts = useMemo(() => {
    const client: MeetingClient = createMeetingClient({
      serverUrl: location.origin,
      meetingId,
      storage: sessionStorage,
    })
    return { client, media: new LocalMedia((error) => latestTell.current('error', toShortText(error))) }
  }, [meetingId])
  useEffect(() => {
    const { client, media } = parts
    // For support and tests: the handle to the running client. The only thing of ours on `window`.
    window.alcove = { client }
    const refresh = () => void media.refreshDevices()
    navigator.mediaDevices?.addEventListener('devicechange', refresh)
    return () => {
      navigator.mediaDevices?.removeEventListener('devicechange', refresh)
      delete window.alcove
      media.stop()
      client.close()
    }
  }, [parts])
  return parts
}

declare global {
  interface Window {
    alcove?: { readonly client: MeetingClient }
  }
}
