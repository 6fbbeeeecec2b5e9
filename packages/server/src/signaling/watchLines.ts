// SPDX-License-Identifier: Apache-2.0
// The TCP connections below everything else. A client that says nothing, or is gone without a word, would keep the server from closing for as long as it
// likes; one that reads nothing would make the server keep all that it is told.
import type { Server as HttpServer } from 'node:http'
import type { Socket as Line } from 'node:net'
import type { Socket } from 'socket.io'

export interface Lines {
  /** Ends all that are open. */
  cut(): void
}

export function watchLines(httpServer: HttpServer): Lines {
  const open = new Set<Line>()
  httpServer.on('connection', (line) => {
    open.add(line)
    line.once('close', () => open.delete(line))
  })
  return {
    cut() {
      for (const line of open) line.destroy()
    },
  }
}

/** What a client may have left unread: many times the state of a meeting of five hundred, in UTF-16 units. */
const maxUnread = 8 * 1024 * 1024

/** Closes the connection of a client that does not read what it is told, without a word, for it would not read that either. */
export function closeWhenBehind({ conn }: Socket): void {
  let unread = 0
  conn.on('packetCreate', ({ data }: { readonly data?: unknown }) => {
    if (typeof data === 'string') unread += data.length
    if (unread > maxUnread) conn.close(true)
  })
  // What was not yet given to the line is given to it once all before has left.
  conn.on('flush', () => {
    unread = 0
  })
}
