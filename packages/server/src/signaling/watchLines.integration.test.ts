// SPDX-License-Identifier: Apache-2.0
// Clients that do not read and clients that say nothing, over real sockets.
import { once } from 'node:events'
import { createServer, type Server as HttpServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { Server } from 'socket.io'
import { io } from 'socket.io-client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { closeWhenBehind, type Lines, watchLines } from './watchLines.ts'

const megabyte = 'x'.repeat(1024 * 1024)
let httpServer: HttpServer
let server: Server
let lines: Lines
let url: string

beforeEach(async () => {
  httpServer = createServer()
  lines = watchLines(httpServer)
  server = new Server(httpServer, { transports: ['websocket'] })
  await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(httpServer.address() as AddressInfo).port}`
})
afterEach(async () => {
  // A client that does not read does not answer the close either.
  lines.cut()
  await server.close()
})

/** Tells a client 40 megabytes. @returns how many of them arrived, or why the server closed the connection. */
async function tell({ reads }: { readonly reads: boolean }): Promise<number | string> {
  const client = io(url, { transports: ['websocket'], reconnection: false })
  try {
    return await new Promise<number | string>((resolve) => {
      let arrived = 0
      client.on('part', () => {
        arrived += 1
        if (arrived === 40) resolve(arrived)
      })
      server.on('connection', async (socket) => {
        closeWhenBehind(socket)
        socket.on('disconnect', resolve)
        // The TCP connection below the client's WebSocket; its type is not public.
        const { ws } = client.io.engine.transport as unknown as { ws: { _socket: { pause(): void } } }
        if (!reads) ws._socket.pause()
        for (let part = 0; part < 40; part += 1) {
          socket.emit('part', megabyte)
          // Both ends share this process: however slow it is, whoever reads is never further behind than is allowed.
          do await new Promise((resolveSoon) => setTimeout(resolveSoon, 10))
          while (reads && part - arrived >= 4)
        }
      })
    })
  } finally {
    client.close()
  }
}

it('whoever does not read is let go, whoever reads gets all', async () => {
  expect(await tell({ reads: true })).toBe(40)
  server.removeAllListeners('connection')
  expect(await tell({ reads: false })).toBe('forced close')
})

it('lines that say nothing are cut', async () => {
  // A client may know of its connection before the server does.
  const isWatched = once(httpServer, 'connection')
  const silent = connect((httpServer.address() as AddressInfo).port, '127.0.0.1')
  await Promise.all([once(silent, 'connect'), isWatched])
  const isOver = new Promise((resolve) => silent.once('close', resolve))
  silent.on('error', () => {})
  lines.cut()
  await isOver
})
