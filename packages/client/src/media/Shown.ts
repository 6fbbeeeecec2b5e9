// SPDX-License-Identifier: Apache-2.0
// Tells the server what is on screen: at most once a tick, and only when it has changed since it was last told. What was shown in one room is
// never told of another one: it would take away what the server sends there until the application has laid the new room out.
import type { RoomId, ShownItem } from '@alcove/protocol'
import type { Clock } from '../clock.ts'
import type { SendRequest } from '../signaling/Line.ts'

/** Limits of the wire. */
const maxItems = 100
const maxHeightPx = 4320

export class Shown {
  readonly #clock: Clock
  readonly #roomId: () => RoomId | undefined
  #items: readonly ShownItem[] | undefined
  /** Where that was shown; undefined before one is anywhere. */
  #itemsRoomId: RoomId | undefined
  #send: SendRequest | undefined
  #told = ''
  #isDue = false
  #isTelling = false

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
    this.#items = items.slice(0, maxItems).map(({ participantId, source, height }) => ({
      participantId,
      source,
      height: Math.min(maxHeightPx, Math.max(1, Math.round(height))),
    }))
    this.#itemsRoomId = this.#roomId()
    this.touch()
  }

  /** Tells again in the next tick if there is something that was not told, for example because one was in no room. */
  touch(): void {
    if (this.#isDue || !this.#items) return
    this.#itemsRoomId ??= this.#roomId()
    this.#isDue = true
    this.#clock.after(0, () => {
      this.#isDue = false
      void this.#tell()
    })
  }

  /** One after the other, so that a telling that had to be repeated never overtakes a later one. */
  async #tell(): Promise<void> {
    if (this.#isTelling) return
    this.#isTelling = true
    try {
      for (let next = this.#untold(); next; next = this.#untold()) {
        const { send, roomId, items, key } = next
        this.#told = key
        await send({ type: 'media.show', roomId, items })
      }
    } catch {
      // The next change or the next transport tells it.
      this.#told = ''
    } finally {
      this.#isTelling = false
    }
  }

  #untold() {
    const send = this.#send
    const roomId = this.#roomId()
    if (!send || !roomId || !this.#items || roomId !== this.#itemsRoomId) return undefined
    const items = [...this.#items]
    const key = JSON.stringify([roomId, items])
    return key === this.#told ? undefined : { send, roomId, items, key }
  }
}
