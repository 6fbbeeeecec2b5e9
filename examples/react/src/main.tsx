// SPDX-License-Identifier: Apache-2.0
// A React page with a meeting in it, through the published SDK of Jitsi as it is: only the domain is another. `?room=…&name=…&config=…` choose.
import { JitsiMeeting } from '@jitsi/react-sdk'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'

/** Given by start.mjs. */
declare const MEET_DOMAIN: string

/** What the SDK hands over; its types know only a part of it. */
interface Api {
  getSupportedEvents(): string[]
  addListener(name: string, listener: (payload: unknown) => void): void
}

const asked = new URLSearchParams(location.search)

function isApi(value: unknown): value is Api {
  return typeof value === 'object' && value !== null && 'getSupportedEvents' in value && 'addListener' in value
}

function App() {
  const [told, setTold] = useState<readonly string[]>([])
  const [isOver, setIsOver] = useState(false)
  const listen = (api: Api) => {
    Object.assign(window, { api })
    for (const name of api.getSupportedEvents()) {
      api.addListener(name, (payload) => setTold((before) => [...before, JSON.stringify({ name, payload })]))
    }
  }
  return (
    <>
      <h1>A React page with a meeting in it</h1>
      {isOver ? (
        <p>The meeting is over for you.</p>
      ) : (
        <JitsiMeeting
          domain={MEET_DOMAIN}
          roomName={asked.get('room') ?? 'example'}
          configOverwrite={JSON.parse(asked.get('config') ?? '{}')}
          userInfo={{ displayName: asked.get('name') ?? '', email: '' }}
          onApiReady={(api: unknown) => (isApi(api) ? listen(api) : undefined)}
          onReadyToClose={() => setIsOver(true)}
          getIFrameRef={(parent) => {
            parent.style.height = '70vh'
          }}
        />
      )}
      <h2>What the meeting tells</h2>
      <ol id="events">
        {told.map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added
          <li key={index}>{text}</li>
        ))}
      </ol>
    </>
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
