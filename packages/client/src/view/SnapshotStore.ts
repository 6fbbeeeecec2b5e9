// SPDX-License-Identifier: Apache-2.0
// The one immutable picture that the application sees. Changes show at once in getSnapshot; listeners are called once per batch of changes.
import type { MeetingSnapshot } from '../api.ts'
import { emptyChatLog } from '../chat/ChatStore.ts'

export class SnapshotStore {
  readonly #listeners = new Set<() => void>()
  #isNotifying = false
  #snapshot: MeetingSnapshot = {
    state: { status: 'idle' },
    view: undefined,
    remoteTracks: [],
    localTracks: [],
    chat: emptyChatLog,
    mediaState: 'closed',
    serverOffsetMs: 0,
  }

  readonly getSnapshot = (): MeetingSnapshot => this.#snapshot

  readonly subscribe = (listener: () => void): (() => void) => {
    // Wrapped, so that one function subscribed twice is two subscriptions.
    const own = () => listener()
    this.#listeners.add(own)
    return () => void this.#listeners.delete(own)
  }

  update(change: Partial<MeetingSnapshot>): void {
    const next = { ...this.#snapshot, ...change }
    const before = this.#snapshot
    const isSame =
      next.state === before.state &&
      next.view === before.view &&
      next.remoteTracks === before.remoteTracks &&
      next.localTracks === before.localTracks &&
      next.chat === before.chat &&
      next.mediaState === before.mediaState &&
      next.serverOffsetMs === before.serverOffsetMs
    if (isSame) return
    this.#snapshot = next
    if (this.#isNotifying) return
    this.#isNotifying = true
    queueMicrotask(() => {
      this.#isNotifying = false
      for (const listener of [...this.#listeners]) listener()
    })
  }
}
