// SPDX-License-Identifier: Apache-2.0
// The meeting page's end of the conversation with its host page. Hears that window only, and from its first message on that origin only; what
// comes faster than any page needs is not heard.
import { isRecord, readyEveryMs, scopePrefix, Talk } from '@alcove/protocol/embed'
import { createAllowance } from './allowance.ts'

type Data = Readonly<Record<string, unknown>>

export interface PageTalkOptions {
  readonly instance: number
  readonly onCommand: (name: string, args: readonly unknown[]) => void
  readonly onRequest: (name: string, data: Data) => unknown
  /** Messages are being dropped; told once until it calms down. */
  readonly onFlood: () => void
}

export class PageTalk {
  readonly #host: Window
  readonly #talk: Talk
  readonly #allowance = createAllowance({ burst: 500, perSecond: 50 })
  readonly #timer: ReturnType<typeof setInterval>
  readonly #onFlood: () => void
  /** Until the host page has spoken, nobody knows who it is; what is said by then is a greeting, for everybody. */
  #origin: string | undefined
  #isFlooded = false

  constructor({ instance, onCommand, onRequest, onFlood }: PageTalkOptions) {
    this.#host = window.opener ?? window.parent
    this.#onFlood = onFlood
    this.#talk = new Talk({
      scope: `${scopePrefix}${instance}`,
      ownId: `${Date.now()}-${Math.random()}`,
      post: (text) => this.#host.postMessage(text, this.#target()),
      onEvent: ({ name, data }) => {
        if (typeof name === 'string' && Array.isArray(data)) onCommand(name, data)
      },
      onRequest: (data) => onRequest(String(data.name), isRecord(data) ? data : {}),
    })
    addEventListener('message', this.#handleMessage)
    this.#talk.announce()
    this.#timer = setInterval(() => {
      if (this.#talk.isReady()) clearInterval(this.#timer)
      else this.#talk.announce()
    }, readyEveryMs)
  }

  sendEvent(data: Data): void {
    this.#talk.sendEvent(data)
  }

  close(): void {
    removeEventListener('message', this.#handleMessage)
    clearInterval(this.#timer)
    this.#talk.close()
  }

  /** Pages from files and sandboxes have no origin that could be named. */
  #target(): string {
    return this.#origin === undefined || this.#origin === 'null' ? '*' : this.#origin
  }

  readonly #handleMessage = (event: MessageEvent): void => {
    if (event.source !== this.#host || this.#host === window) return
    if (this.#origin !== undefined && event.origin !== this.#origin) return
    if (!this.#allowance.take(performance.now())) {
      if (!this.#isFlooded) this.#onFlood()
      this.#isFlooded = true
      return
    }
    this.#isFlooded = false
    // Any window around may post here; the first that knows the scope is the host page.
    const before = this.#origin
    this.#origin ??= event.origin
    if (!this.#talk.handleText(event.data)) this.#origin = before
  }
}
