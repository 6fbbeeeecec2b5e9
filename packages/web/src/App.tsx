// SPDX-License-Identifier: Apache-2.0
// Chooses the page by the path: the start page, or a meeting by its name.
import { parseMeetingName } from '@alcove/protocol'
import { useEffect } from 'react'
import { MeetingPage } from './features/meeting/MeetingPage.tsx'
import { WelcomePage } from './features/welcome/WelcomePage.tsx'
import { goTo, usePath } from './state/navigation.ts'

export function App() {
  const path = usePath()
  const typed = decodePath(path)
  const meetingId = typed === '' ? undefined : parseMeetingName(typed)
  const canonical = meetingId === undefined ? undefined : `/${encodeURIComponent(meetingId)}`
  useEffect(() => {
    if (canonical !== undefined && canonical !== path) goTo(canonical, { replace: true })
  }, [canonical, path])
  if (meetingId !== undefined) return <MeetingPage key={meetingId} meetingId={meetingId} />
  return <WelcomePage key={path} badName={typed === '' ? undefined : typed} />
}

function decodePath(path: string): string {
  const segment = path.replace(/^\/+|\/+$/g, '')
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
