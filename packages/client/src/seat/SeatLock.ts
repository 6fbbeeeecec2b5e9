// SPDX-License-Identifier: Apache-2.0
// Tells the tabs of one browser apart: the tab that is joined holds a Web Lock named after its seat. The lock forbids nothing (the server's
// newest connection wins); it lets a duplicated tab ask first.
import type { ParticipantId } from '@alcove/protocol'

export class SeatLock {
  readonly #meetingId: string
  #held: { readonly name: string; release(): void } | undefined

  constructor(meetingId: string) {
    this.#meetingId = meetingId
  }

  hold(participantId: ParticipantId): void {
    const name = this.#nameOf(participantId)
    const locks = lockManager()
    if (!locks || this.#held?.name === name) return
    this.release()
    const scope = new AbortController()
    // The other tab gives its lock up when it is told that it was replaced; until then this request waits.
    const untilReleased = new Promise<void>((resolve) => scope.signal.addEventListener('abort', () => resolve()))
    locks.request(name, { signal: scope.signal }, () => untilReleased).catch(() => {})
    this.#held = { name, release: () => scope.abort() }
  }

  release(): void {
    this.#held?.release()
    this.#held = undefined
  }

  async isHeldElsewhere(participantId: ParticipantId): Promise<boolean> {
    const name = this.#nameOf(participantId)
    if (this.#held?.name === name) return false
    const held = await lockManager()
      ?.query()
      .catch(() => undefined)
    return held?.held?.some((lock) => lock.name === name) ?? false
  }

  #nameOf(participantId: ParticipantId): string {
    return `alcove:seat:${this.#meetingId}:${participantId}`
  }
}

/** Missing in old browsers, on pages without TLS, and in Node before 24. */
function lockManager(): LockManager | undefined {
  return typeof navigator === 'undefined' ? undefined : (navigator as { locks?: LockManager }).locks
}
