// SPDX-License-Identifier: Apache-2.0
// Puts off closing of consumers until no new ones are being made: closing and making in one go would cost two more negotiations, with the new
// media in the last. What waits here is silent already.
import type { Clock } from '../clock.ts'
import type { TaskQueue } from './TaskQueue.ts'

const idleMs = 300
/** A stream of new consumers must not keep the old ones for ever. */
const longestMs = 5_000

export class CloseWhenIdle {
  readonly #clock: Clock
  readonly #queue: TaskQueue
  #closing: (() => void)[] = []
  #waitingSince = 0
  #cancel = () => {}

  constructor(queue: TaskQueue, clock: Clock) {
    this.#queue = queue
    this.#clock = clock
  }

  add(close: () => void): void {
    if (this.#closing.length === 0) this.#waitingSince = this.#clock.now()
    this.#closing.push(close)
    this.postpone()
  }

  /** Something new is being made: wait anew, within limits. */
  postpone(): void {
    this.#cancel()
    if (this.#closing.length === 0) return
    const leftMs = Math.max(0, this.#waitingSince + longestMs - this.#clock.now())
    this.#cancel = this.#clock.after(Math.min(idleMs, leftMs), () => {
      void this.#queue.push(() => {
        for (const close of this.#closing.splice(0)) close()
      })
    })
  }

  /** Forgets all: what was to be closed is gone with its transport. */
  end(): void {
    this.#cancel()
    this.#closing = []
  }
}
