// SPDX-License-Identifier: Apache-2.0
// Keeps one connection to the meeting: connects, lets the owner take its seat before anything else, and comes back after a loss until it is
// stopped. Knows when and why, never what the requests mean.
import type { ServerMessage, WireError } from '@alcove/protocol'
import type { Clock } from '../clock.ts'
import { endsConnection, isWorthRetrying, RequestFailed, toRequestFailed } from '../errors.ts'
import { Line, type SendRequest } from './Line.ts'
import type { ReconnectPolicy } from './ReconnectPolicy.ts'
import type { OpenSocket, SocketPort } from './socket.ts'

export interface ConnectionHandlers {
  /** Takes the seat on a fresh connection; nothing else is sent before it is done. */
  greet(send: SendRequest): Promise<void>
  onReady(send: SendRequest): void
  /** Not ready any more; tries go on. Called once per loss, with what the server said before it closed, SERVER_UNREACHABLE when it said nothing. */
  onLost(error: RequestFailed): void
  /** A try failed and another will follow. */
  onRetry(error: RequestFailed): void
  /** Over: no more tries until `start`. */
  onOver(error: RequestFailed): void
  onMessage(message: ServerMessage): void
}

type State =
  | { readonly is: 'stopped' }
  | { readonly is: 'waiting'; readonly cancel: () => void }
  | { readonly is: 'connecting'; readonly cancel: () => void }
  | { readonly is: 'greeting' | 'ready'; readonly line: Line }

/** From opening the socket until the server lets it in. */
const connectTimeoutMs = 10_000

export class Connection {
  readonly #socket: SocketPort
  readonly #handlers: ConnectionHandlers
  readonly #policy: ReconnectPolicy
  readonly #clock: Clock
  #state: State = { is: 'stopped' }
  #attempt = 0
  /** What the server said before it closed. */
  #reason: WireError | undefined

  constructor(openSocket: OpenSocket, handlers: ConnectionHandlers, policy: ReconnectPolicy, clock: Clock) {
    this.#handlers = handlers
    this.#policy = policy
    this.#clock = clock
    this.#socket = openSocket({
      onConnect: () => void this.#handleConnect(),
      onDisconnect: () => this.#retry(this.#reason ? RequestFailed.fromWire(this.#reason) : unreachable()),
      onConnectError: (error) => this.#handleRefusal(error ? RequestFailed.fromWire(error) : unreachable()),
      onMessage: (message) => this.#handleMessage(message),
    })
  }

  start(): void {
    if (this.#state.is !== 'stopped') return
    this.#attempt = 0
    this.#connect()
  }

  /** Ends the connection without a word to the handlers. */
  stop(): void {
    const { line } = this.#leaveState()
    this.#state = { is: 'stopped' }
    this.#socket.disconnect()
    line?.end()
  }

  isStopped(): boolean {
    return this.#state.is === 'stopped'
  }

  /** Does not wait any longer before the next try (the network came back, the tab is looked at). */
  hurry(): void {
    if (this.#state.is !== 'waiting') return
    this.#leaveState()
    this.#connect()
  }

  /** Gives up a connection that does not answer and makes a new one. */
  renew(): void {
    if (this.#state.is === 'ready' || this.#state.is === 'greeting') this.#retry(unreachable())
  }

  #connect(): void {
    this.#state = { is: 'connecting', cancel: this.#clock.after(connectTimeoutMs, () => this.#retry(unreachable())) }
    this.#reason = undefined
    this.#socket.connect()
  }

  async #handleConnect(): Promise<void> {
    if (this.#state.is !== 'connecting') return
    this.#leaveState()
    const line = new Line(this.#socket, this.#clock)
    this.#state = { is: 'greeting', line }
    try {
      await this.#handlers.greet(line.send)
    } catch (error) {
      if (!this.#isCurrent(line)) return
      const failure = toRequestFailed(error, 'INTERNAL_ERROR')
      this.#handleRefusal(failure)
      return
    }
    if (!this.#isCurrent(line)) return
    this.#attempt = 0
    this.#state = { is: 'ready', line }
    this.#handlers.onReady(line.send)
  }

  #handleMessage(message: ServerMessage): void {
    if (this.#state.is !== 'ready' && this.#state.is !== 'greeting') return
    if (message.type !== 'error') {
      this.#handlers.onMessage(message)
      return
    }
    this.#reason = message.error
    if (endsConnection(message.error.code)) this.#giveUp(RequestFailed.fromWire(message.error))
  }

  /** The way in was refused, or there was no answer. */
  #handleRefusal(error: RequestFailed): void {
    if (error.code === 'SERVER_UNREACHABLE' || isWorthRetrying(error)) this.#retry(error)
    else if (this.#state.is !== 'stopped') this.#giveUp(error)
  }

  #retry(error: RequestFailed): void {
    if (this.#state.is === 'stopped' || this.#state.is === 'waiting') return
    const { wasReady, line } = this.#leaveState()
    const delayMs = Math.max(this.#policy.delayMs(this.#attempt), error.retryAfterMs ?? 0)
    this.#attempt += 1
    this.#state = { is: 'waiting', cancel: this.#clock.after(delayMs, () => this.#connect()) }
    this.#socket.disconnect()
    if (wasReady) this.#handlers.onLost(error)
    line?.end()
    this.#handlers.onRetry(error)
  }

  #giveUp(error: RequestFailed): void {
    this.stop()
    this.#handlers.onOver(error)
  }

  #leaveState(): { wasReady: boolean; line: Line | undefined } {
    const state = this.#state
    if ('cancel' in state) state.cancel()
    return { wasReady: state.is === 'ready', line: 'line' in state ? state.line : undefined }
  }

  #isCurrent(line: Line): boolean {
    return 'line' in this.#state && this.#state.line === line
  }
}

function unreachable(): RequestFailed {
  return new RequestFailed('SERVER_UNREACHABLE')
}
