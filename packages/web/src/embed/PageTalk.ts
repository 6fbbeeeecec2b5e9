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

const mostAtOnce = 20
/** After so long without a dropped message, the next one is told again. */
const calmMs = 5_000

export class PageTalk {
  readonly #host: Window
  readonly #talk: Talk
  readonly #allowance = createAllowance({ burst: 500, perSecond: 50 })
  readonly #timer: ReturnType<typeof setInterval>
  readonly #onFlood: () => void
  /** Until the host page has spoken, nobody knows who it is; what is said by then is a greeting, for everybody. */
  #origin: string | undefined
  #droppedAt = Number.NEGATIVE_INFINITY
  readonly #waiting: MessageEvent[] = []

  constructor({ instance, onCommand, onRequest, onFlood }: PageTalkOptions) {
    this.#host = window.parent
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
    this.#waiting.length = 0
    this.#talk.close()
  }

  /** Pages from files and sandboxes have no origin that could be named. */
  #target(): string {
    return this.#origin === undefined || this.#origin === 'null' ? '*' : this.#origin
  }

  readonly #handleMessage = (event: MessageEvent): void => {
    if (event.source !== this.#host) return
    const now = performance.now()
    if (!this.#allowance.take(now)) {
      if (now - this.#droppedAt > calmMs) this.#onFlood()
      this.#droppedAt = now
      return
    }
    this.#waiting.push(event)
    if (this.#waiting.length === 1) setTimeout(this.#takeTurn)
  }

  /** Some at a time: what they change is drawn once, and what comes too fast is counted while it comes. */
  readonly #takeTurn = (): void => {
    for (const event of this.#waiting.splice(0, mostAtOnce)) this.#take(event)
    if (this.#waiting.length > 0) setTimeout(this.#takeTurn)
  }

  #take(event: MessageEvent): void {
    if (this.#origin !== undefined && event.origin !== this.#origin) return
    // Any window around may post here; the first that knows the scope is the host page.
    const before = this.#origin
    this.#origin ??= event.origin
    if (!this.#talk.handleText(event.data)) this.#origin = before
  }
}
