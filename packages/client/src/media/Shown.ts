// SPDX-License-Identifier: Apache-2.0
// Tells the server what is on screen: at most once a tick, and only when that or the room has changed since it was last told.
import type { RoomId, ShownItem } from '@alcove/protocol'
import type { Clock } from '../clock.ts'
import type { SendRequest } from '../signaling/Line.ts'

export class Shown {
  readonly #clock: Clock
  readonly #roomId: () => RoomId | undefined
  #items: readonly ShownItem[] | undefined
  #send: SendRequest | undefined
  #told = ''
  #isDue = false

  constructor(roomId: () => RoomId | undefined, clock: Clock) {
    this.#roomId = roomId
    this.#clock = clock
  }

  /** A fresh transport: the server knows nothing yet. */
  attach(send: SendRequest): void {
    this.#send = send
    this.#told = ''
    this.touch()
  }

  detach(): void {
    this.#send = undefined
  }

  show(items: readonly ShownItem[]): void {
    this.#items = items.map(({ participantId, source, height }) => ({
      participantId,
      source,
      height: Math.round(height),
    }))
    this.touch()
  }

  /** Tells again in the next tick if it is not what was told last, for example in another room. */
  touch(): void {
    if (this.#isDue || !this.#items) return
    this.#isDue = true
    this.#clock.after(0, () => {
      this.#isDue = false
      this.#tell()
    })
  }

  #tell(): void {
    const roomId = this.#roomId()
    if (!this.#send || !this.#items || !roomId) return
    const items = [...this.#items]
    const telling = JSON.stringify([roomId, items])
    if (telling === this.#told) return
    this.#told = telling
    this.#send({ type: 'media.show', roomId, items }).catch(() => {
      // Not told after all: the next change or transport tells it.
      if (this.#told === telling) this.#told = ''
    })
  }
}
