// SPDX-License-Identifier: Apache-2.0
// A line between browsers and a server that can be cut and mended: TCP only, so signaling is lost while media may go on.
import { connect, createServer, type Server as NetServer, type Socket } from 'node:net'
import { freePorts } from './freePorts.ts'

export class Relay {
  readonly url: string
  readonly #server: NetServer
  readonly #sockets = new Set<Socket>()
  #isCut = false

  private constructor(server: NetServer, port: number) {
    this.#server = server
    this.url = `http://127.0.0.1:${port}`
  }

  static async open(targetPort: number): Promise<Relay> {
    const port = await freePorts(1)
    const server = createServer((near) => relay.#join(near, targetPort))
    const relay = new Relay(server, port)
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    return relay
  }

  /** Breaks what is open and lets nothing new through. */
  cut(): void {
    this.#isCut = true
    for (const socket of this.#sockets) socket.destroy()
  }

  mend(): void {
    this.#isCut = false
  }

  async close(): Promise<void> {
    this.cut()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #join(near: Socket, targetPort: number): void {
    if (this.#isCut) return void near.destroy()
    const far = connect(targetPort, '127.0.0.1')
    const ends = [near, far]
    for (const [index, socket] of ends.entries()) {
      const other = ends[1 - index]
      this.#sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        this.#sockets.delete(socket)
        other?.destroy()
      })
      if (other) socket.pipe(other)
    }
  }
}
