// SPDX-License-Identifier: Apache-2.0
// A line with a round trip time between browsers and a server: signaling (TCP) and media (UDP) of one address, each packet held back half of
// it in each direction. In user space, so that it needs no rights. A TCP connection is still made at once, which real distance would not allow.
import { createSocket, type RemoteInfo, type Socket as UdpSocket } from 'node:dgram'
import { connect, createServer, type Server as NetServer, type Socket } from 'node:net'

export interface SlowLineOptions {
  /** Where browsers come to. */
  readonly address: string
  /** Signaling: the same port on both sides. */
  readonly tcp: { readonly port: number; readonly to: string }
  /** Media: the same port on both sides. */
  readonly udp: { readonly port: number; readonly to: string }
}

const largestBuffer = 4 * 1024 * 1024

export class SlowLine {
  readonly url: string
  readonly #options: SlowLineOptions
  readonly #tcp: NetServer
  readonly #udp = createSocket({ type: 'udp4', recvBufferSize: largestBuffer })
  readonly #sockets = new Set<Socket>()
  /** One socket towards the server for each socket of a browser, so that the server can tell them apart. */
  readonly #far = new Map<string, UdpSocket>()
  #oneWayMs = 0
  #isClosed = false

  private constructor(options: SlowLineOptions) {
    this.#options = options
    this.url = `http://${options.address}:${options.tcp.port}`
    this.#tcp = createServer((near) => this.#join(near))
    const { port, to } = options.udp
    this.#udp.on('message', (packet, from) => this.#pass(() => this.#farOf(from).send(packet, port, to)))
    this.#udp.on('error', () => {})
  }

  static async open(options: SlowLineOptions): Promise<SlowLine> {
    const line = new SlowLine(options)
    const { address, tcp, udp } = options
    await new Promise<void>((resolve, reject) => {
      line.#tcp.once('error', reject).listen(tcp.port, address, resolve)
    })
    await new Promise<void>((resolve, reject) => {
      line.#udp.once('error', reject).bind(udp.port, address, resolve)
    })
    return line
  }

  /** What a round trip takes longer from now on. Never make it shorter while something is under way: it would overtake. */
  setRoundTrip(ms: number): void {
    this.#oneWayMs = ms / 2
  }

  async close(): Promise<void> {
    this.#isClosed = true
    for (const socket of this.#sockets) socket.destroy()
    this.#udp.close()
    for (const far of this.#far.values()) far.close()
    await new Promise((resolve) => this.#tcp.close(resolve))
  }

  /** Timers of one length end in the order in which they were started, so nothing overtakes. */
  #pass(send: () => void): void {
    if (this.#oneWayMs === 0) send()
    else setTimeout(() => this.#isClosed || send(), this.#oneWayMs)
  }

  #join(near: Socket): void {
    const far = connect(this.#options.tcp.port, this.#options.tcp.to)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(from)
      from.setNoDelay()
      from.on('data', (data) => this.#pass(() => to.writable && to.write(data)))
      from.on('end', () => this.#pass(() => to.end()))
      from.on('error', () => {})
      from.on('close', () => {
        this.#sockets.delete(from)
        this.#pass(() => to.destroy())
      })
    }
  }

  #farOf({ address, port }: RemoteInfo): UdpSocket {
    const key = `${address}:${port}`
    const known = this.#far.get(key)
    if (known) return known
    const far = createSocket({ type: 'udp4', recvBufferSize: largestBuffer })
    this.#far.set(key, far)
    far.on('error', () => {})
    far.on('message', (packet) => this.#pass(() => this.#udp.send(packet, port, address)))
    return far
  }
}
