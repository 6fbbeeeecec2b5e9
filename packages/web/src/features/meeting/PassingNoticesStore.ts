// SPDX-License-Identifier: Apache-2.0
// Notices that go by themselves after a while, told by the page itself or by a host page.
import type { Notice, NoticeTone } from './notices.ts'

const lifetimeMs: Readonly<Record<NoticeTone, number>> = { info: 5000, busy: 5000, warn: 15_000, error: 8000 }
/** Timers count to this, and go off at once for more. */
const longestTimerMs = 2 ** 31 - 1
/** More than these would push the pictures away. */
const mostAtOnce = 2

export interface NoticeToShow extends Omit<Notice, 'id'> {
  /** Of a host page: takes the place of its notice with the same key. */
  readonly key?: string
  /** Takes the place of the notice about the same: what it said is no longer true. */
  readonly about?: 'place' | 'lobby'
  /** Undefined: as long as the tone says; Infinity: until it is dismissed. */
  readonly forMs?: number
}

export class PassingNoticesStore {
  #notices: readonly Notice[] = []
  #count = 0
  readonly #listeners = new Set<() => void>()
  readonly #shownListeners = new Set<(notice: Notice) => void>()
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>()

  getSnapshot = (): readonly Notice[] => this.#notices

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Calls `listener` with each notice that begins to show. */
  onShown(listener: (notice: Notice) => void): () => void {
    this.#shownListeners.add(listener)
    return () => this.#shownListeners.delete(listener)
  }

  tell = (tone: NoticeTone, text: string, more?: string): void =>
    this.show({ tone, text, ...(more === undefined ? {} : { more }) })

  show({ key, about, forMs, ...rest }: NoticeToShow): void {
    this.#count += 1
    const own = about === undefined ? this.#count : `about-${about}`
    const notice = { ...rest, id: `passing-${key === undefined ? own : `host-${key}`}` }
    // The newest are enough, and the same words need not stand there twice.
    const others = this.#notices.filter(({ id, text }) => id !== notice.id && text !== notice.text)
    this.#set([...others.slice(1 - mostAtOnce), notice])
    clearTimeout(this.#timers.get(notice.id))
    const ms = forMs ?? lifetimeMs[notice.tone]
    if (Number.isFinite(ms))
      this.#timers.set(
        notice.id,
        setTimeout(() => this.dismiss(notice.id), Math.min(ms, longestTimerMs)),
      )
    for (const listener of this.#shownListeners) listener(notice)
  }

  /** Takes away what a host page showed under this key. */
  hide(key: string): void {
    this.dismiss(`passing-host-${key}`)
  }

  dismiss = (id: string): void => {
    clearTimeout(this.#timers.get(id))
    this.#timers.delete(id)
    if (this.#notices.some((notice) => notice.id === id)) this.#set(this.#notices.filter((notice) => notice.id !== id))
  }

  #set(notices: readonly Notice[]): void {
    this.#notices = notices
    for (const listener of this.#listeners) listener()
  }
}
