// SPDX-License-Identifier: Apache-2.0
// Listens in on the signaling of a page: which requests it sends and which messages it gets, by type.
import type { Page } from 'playwright-core'

export interface WireTap {
  /** Types of requests sent and messages received since the last call, in their order. */
  take(): readonly string[]
}

/** Call it before the page connects. */
export function tapWire(page: Page): WireTap {
  const types: string[] = []
  const note = ({ payload }: { readonly payload: string | Buffer }) => {
    const found = /^42\d*\["(?:request|message)",\{"type":"([a-z.A-Z]+)"/.exec(String(payload))
    if (found?.[1]) types.push(found[1])
  }
  page.on('websocket', (socket) => {
    socket.on('framesent', note)
    socket.on('framereceived', note)
  })
  return { take: () => types.splice(0) }
}
