// SPDX-License-Identifier: Apache-2.0
// The client's snapshots for React. Held while the meeting is drawn for the first time: that is done in pieces, between which media is opened, and whatever
// changed meanwhile would have the drawing begin anew.
import type { MeetingClient, MeetingSnapshot } from '@alcove/client'

type Source = Pick<MeetingClient, 'subscribe' | 'getSnapshot'>

/** A page so busy that it draws nothing for this long shows what there is. */
const mostMs = 1_000

export class HeldSnapshots implements Source {
  readonly #client: Source
  readonly #listeners = new Set<() => void>()
  #held: MeetingSnapshot | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(client: Source) {
    this.#client = client
  }

  getSnapshot = (): MeetingSnapshot => this.#held ?? this.#client.getSnapshot()

  subscribe = (listener: () => void): (() => void) => {
    // Wrapped, so that one function subscribed twice is two subscriptions.
    const own = () => listener()
    this.#listeners.add(own)
    const unsubscribe = this.#client.subscribe(() => this.#held ?? own())
    return () => {
      this.#listeners.delete(own)
      unsubscribe()
    }
  }

  /** From here on nothing changes, until {@link release} or for a second. */
  hold(): void {
    clearTimeout(this.#timer)
    this.#held = this.#client.getSnapshot()
    this.#timer = setTimeout(() => this.release(), mostMs)
  }

  /** Tells of what has changed meanwhile. */
  release(): void {
    clearTimeout(this.#timer)
    const held = this.#held
    this.#held = undefined
    if (held && held !== this.#client.getSnapshot()) for (const listener of [...this.#listeners]) listener()
  }
}
