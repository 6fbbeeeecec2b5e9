// SPDX-License-Identifier: Apache-2.0
// One side of the conversation between a host page and a meeting's page: handshake, events, requests and their answers. Both sides are alike and
// both use this. Knows neither windows nor timers: it is told what arrived, and says what to post.
import {
  maxMessageLength,
  type OuterMessage,
  parseEnvelope,
  parseOuterText,
  type Scope,
  toOuterText,
} from './messages.ts'

export interface TalkOptions {
  readonly scope: Scope
  /** Anything that the other side would not choose. */
  readonly ownId: string
  readonly post: (text: string) => void
  readonly onEvent: (data: Readonly<Record<string, unknown>>) => void
  /** Its result, or what it resolves with, is the answer; a request that must not be answered gets a promise that never settles. */
  readonly onRequest: (data: Readonly<Record<string, unknown>>) => unknown
}

interface Pending {
  readonly resolve: (result: unknown) => void
  readonly reject: (error: unknown) => void
}

/** More than this waits for nobody: a page that never answers must not eat the memory of the other. */
const maxBuffered = 5_000
const tooLong = `Longer than ${maxMessageLength} letters.`

export class Talk {
  readonly #options: TalkOptions
  readonly #buffer: string[] = []
  readonly #pending = new Map<number, Pending>()
  #isReady = false
  #isClosed = false
  #lastId = 0

  constructor(options: TalkOptions) {
    this.#options = options
  }

  /** The other side has answered. */
  isReady(): boolean {
    return this.#isReady
  }

  /** Says that this side is there; to be repeated until {@link isReady}. */
  announce(): void {
    if (!this.#isClosed) this.#post({ method: '__ready__', params: this.#options.ownId })
  }

  /** @returns whether the text was a message of this conversation. */
  handleText(text: unknown): boolean {
    const message = this.#isClosed ? undefined : parseOuterText(text, this.#options.scope)
    if (message?.method === '__ready__') this.#handleReady(message.params)
    else if (message?.method === 'message') this.#handleEnvelope(message.params)
    return message !== undefined
  }

  /** @returns false: it is longer than the other side would read, and was not sent. */
  sendEvent(data: Readonly<Record<string, unknown>>): boolean {
    return this.#send({ type: 'event', data })
  }

  /** There is no time limit: a page that is being loaded answers when it is there. */
  request(data: Readonly<Record<string, unknown>>): Promise<unknown> {
    if (this.#isClosed) return Promise.reject(new Error('No transport backend defined!'))
    this.#lastId += 1
    const id = this.#lastId
    return new Promise((resolve, reject) => {
      if (this.#send({ type: 'request', data, id })) this.#pending.set(id, { resolve, reject })
      else reject(new Error(tooLong))
    })
  }

  close(): void {
    this.#isClosed = true
    this.#buffer.length = 0
    this.#pending.clear()
  }

  #handleReady(id: unknown): void {
    if (id !== this.#options.ownId) {
      // Echoed always, so that a side that was loaded anew gets through.
      this.#post({ method: '__ready__', params: id })
      return
    }
    this.#isReady = true
    for (const text of this.#buffer.splice(0)) this.#options.post(text)
  }

  #handleEnvelope(params: unknown): void {
    const envelope = parseEnvelope(params)
    if (envelope?.type === 'event') this.#options.onEvent(envelope.data)
    else if (envelope?.type === 'request') void this.#answer(envelope.id, envelope.data)
    else if (envelope) this.#settle(envelope)
  }

  async #answer(id: number, data: Readonly<Record<string, unknown>>): Promise<void> {
    try {
      const result = await this.#options.onRequest(data)
      if (!this.#send({ type: 'response', id, result })) throw new Error(tooLong)
    } catch (error) {
      const name = error instanceof Error ? error.message : String(error)
      this.#send({ type: 'response', id, error: { name } })
    }
  }

  #settle(response: { readonly id: number; readonly result?: unknown; readonly error?: unknown }): void {
    const pending = this.#pending.get(response.id)
    this.#pending.delete(response.id)
    if (Object.hasOwn(response, 'result')) pending?.resolve(response.result)
    else if (Object.hasOwn(response, 'error')) pending?.reject(response.error)
    else pending?.reject(new Error('Unexpected response format!'))
  }

  #send(params: Readonly<Record<string, unknown>>): boolean {
    if (this.#isClosed) return true
    const text = toOuterText(this.#options.scope, { method: 'message', params })
    if (text.length > maxMessageLength) return false
    if (this.#isReady) this.#options.post(text)
    else if (this.#buffer.length < maxBuffered) this.#buffer.push(text)
    return true
  }

  #post(message: OuterMessage): void {
    this.#options.post(toOuterText(this.#options.scope, message))
  }
}
