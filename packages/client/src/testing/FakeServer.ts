// SPDX-License-Identifier: Apache-2.0
// The far end of a socket for tests: lets a client in or refuses it, remembers requests, and answers when the test says so.
import type { Reply, Request, RequestType, ServerMessage, WireError } from '@alcove/protocol'
import type { OpenSocket, SocketEvents } from '../signaling/socket.ts'

interface Asked {
  readonly request: Request
  answer(reply: Reply): void
}

export class FakeServer {
  /** Tries to connect so far. */
  tries = 0
  /** Requests without an answer, oldest first. */
  asked: Asked[] = []
  #events: SocketEvents | undefined
  #isConnected = false

  readonly openSocket: OpenSocket = (events) => {
    this.#events = events
    return {
      connect: () => {
        this.tries += 1
      },
      disconnect: () => this.drop(),
      emit: (request, acknowledge) => {
        const line = this.tries
        this.asked.push({ request, answer: (reply) => line === this.tries && this.#isConnected && acknowledge(reply) })
      },
    }
  }

  accept(): void {
    this.#isConnected = true
    this.#events?.onConnect()
  }

  refuse(error?: WireError): void {
    this.#events?.onConnectError(error)
  }

  /** The connection ends; what was asked stays unanswered. */
  drop(): void {
    this.asked = []
    if (!this.#isConnected) return
    this.#isConnected = false
    this.#events?.onDisconnect()
  }

  say(message: ServerMessage): void {
    this.#events?.onMessage(message)
  }

  types(): RequestType[] {
    return this.asked.map(({ request }) => request.type)
  }

  /** Answers the oldest request, which must be of this type, and returns it. */
  answer<Type extends RequestType>(type: Type, reply: Reply<Type>): Extract<Request, { type: Type }> {
    const first = this.asked.shift()
    if (first?.request.type !== type) throw new Error(`expected ${type}, was asked ${first?.request.type ?? 'nothing'}`)
    first.answer(reply)
    return first.request as Extract<Request, { type: Type }>
  }
}
