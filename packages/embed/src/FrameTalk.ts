// SPDX-License-Identifier: Apache-2.0
// The host page's end of the conversation: hears the iframe's own page and nobody else, and speaks to that page only.
import { readyEveryMs, scopePrefix, Talk } from '@alcove/protocol/embed'

export interface FrameTalkOptions {
  readonly frame: HTMLIFrameElement
  readonly instance: number
  readonly onEvent: (data: Readonly<Record<string, unknown>>) => void
  readonly onRequest: (data: Readonly<Record<string, unknown>>) => unknown
}

export class FrameTalk {
  readonly #frame: HTMLIFrameElement
  readonly #origin: string
  readonly #talk: Talk
  #timer: ReturnType<typeof setInterval> | undefined

  constructor({ frame, instance, onEvent, onRequest }: FrameTalkOptions) {
    this.#frame = frame
    this.#origin = new URL(frame.src).origin
    this.#talk = new Talk({
      scope: `${scopePrefix}${instance}`,
      ownId: `${Date.now()}-${Math.random()}`,
      post: (text) => frame.contentWindow?.postMessage(text, this.#origin),
      onEvent,
      onRequest,
    })
    addEventListener('message', this.#handleMessage)
  }

  /** @returns false: it is too long to be sent. */
  sendEvent(data: Readonly<Record<string, unknown>>): boolean {
    return this.#talk.sendEvent(data)
  }

  request(data: Readonly<Record<string, unknown>>): Promise<unknown> {
    return this.#talk.request(data)
  }

  close(): void {
    removeEventListener('message', this.#handleMessage)
    clearInterval(this.#timer)
    this.#talk.close()
  }

  readonly #handleMessage = (event: MessageEvent): void => {
    if (event.origin !== this.#origin || event.source !== this.#frame.contentWindow) return
    // The page speaks first: before it is there, nobody could be meant.
    if (this.#talk.handleText(event.data)) this.#announce()
  }

  #announce(): void {
    if (this.#timer !== undefined || this.#talk.isReady()) return
    this.#talk.announce()
    this.#timer = setInterval(() => {
      if (this.#talk.isReady()) clearInterval(this.#timer)
      else this.#talk.announce()
    }, readyEveryMs)
  }
}
