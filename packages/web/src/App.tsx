// SPDX-License-Identifier: Apache-2.0
// Chooses the page by the path: the start page, or a meeting by its name.
import { decodedPath, meetingOfPath, pathOfMeeting } from '@alcove/protocol'
import { useEffect } from 'react'
import type { HostLink } from './embed/HostLink.ts'
import type { Address } from './embed/readAddress.ts'
import { MeetingPage } from './features/meeting/MeetingPage.tsx'
import { FailedPage } from './features/meeting/pages.tsx'
import { WelcomePage } from './features/welcome/WelcomePage.tsx'
import { goTo, usePath } from './state/navigation.ts'

export interface AppProps {
  readonly address: Address
  readonly host: HostLink | undefined
}

export function App({ address, host }: AppProps) {
  const path = usePath()
  const typed = decodedPath(path).join('/')
  const meetingId = typed === '' ? undefined : meetingOfPath(path)
  const canonical = meetingId === undefined ? undefined : pathOfMeeting(meetingId)
  useEffect(() => {
    // What a host page or a link says in the rest of the address still holds.
    if (canonical !== undefined && canonical !== path)
      goTo(`${canonical}${location.search}${location.hash}`, { replace: true })
  }, [canonical, path])
  // Some browsers and some policies of companies take it away.
  if (meetingId !== undefined && !('RTCPeerConnection' in window))
    return <FailedPage code="MEDIA_UNSUPPORTED" onTryAgain={() => location.reload()} onClose={() => goTo('/')} />
  if (meetingId !== undefined)
    return <MeetingPage key={meetingId} meetingId={meetingId} address={address} host={host} />
  return <WelcomePage key={path} badName={typed === '' ? undefined : typed} />
}
