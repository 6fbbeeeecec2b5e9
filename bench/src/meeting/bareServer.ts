// SPDX-License-Identifier: Apache-2.0
// The baseline, as a process of its own: socket.io and nothing else. Sends everybody a text of the length that it is asked for, then acknowledges.
import { createServer } from 'node:http'
import { Server } from 'socket.io'

const httpServer = createServer()
const io = new Server(httpServer, { transports: ['websocket'], serveClient: false })
io.on('connection', (socket) => {
  socket.on('request', ({ length }: { length: number }, answer: (reply: { ok: true }) => void) => {
    io.emit('message', { type: 'filling', filling: 'x'.repeat(length) })
    answer({ ok: true })
  })
})
httpServer.listen(Number(process.argv[2]), '127.0.0.1', () => process.stdout.write('ready\n'))
