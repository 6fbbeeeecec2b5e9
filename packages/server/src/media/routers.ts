// SPDX-License-Identifier: Apache-2.0
// Owns a meeting's routers: at most one on each worker, made for the first person placed there and closed after the last.
import type { ParticipantId } from '@alcove/protocol'
import type { AudioLevelObserver, Producer, Router } from 'mediasoup/types'
import { mediaCodecs } from './codecs.ts'
import type { Fence } from './fence.ts'
import type { Levels } from './levels.ts'
import { levelObserverOptions } from './levels.ts'
import type { LiveWorker } from './workers.ts'

export interface MeetingRouter {
  readonly live: LiveWorker
  readonly router: Router
  /** Counts the microphone in the levels until it closes. */
  listenTo(microphone: Producer, participantId: ParticipantId): void
}

interface Entry {
  members: number
  readonly opened: Promise<MeetingRouter>
}

export class Routers {
  readonly #fence: Fence
  readonly #levels: Levels
  readonly #entries = new Map<LiveWorker, Entry>()

  constructor(fence: Fence, levels: Levels) {
    this.#fence = fence
    this.#levels = levels
  }

  /** Every join, also one that failed, is followed by one leave. */
  join(live: LiveWorker): Promise<MeetingRouter> {
    const entry = this.#entries.get(live) ?? { members: 0, opened: this.#open(live) }
    this.#entries.set(live, entry)
    entry.members += 1
    return entry.opened
  }

  leave(live: LiveWorker): void {
    const entry = this.#entries.get(live)
    if (!entry) return
    entry.members -= 1
    if (entry.members > 0) return
    this.#entries.delete(live)
    entry.opened.then(
      ({ router }) => router.close(),
      () => {},
    )
  }

  async #open(live: LiveWorker): Promise<MeetingRouter> {
    const router = await this.#fence.watch(live, live.worker.createRouter({ mediaCodecs }))
    const observer = await this.#fence.watch(live, router.createAudioLevelObserver(levelObserverOptions))
    this.#levels.follow(observer)
    return {
      live,
      router,
      listenTo: (microphone, participantId) => this.#listenTo(observer, microphone, participantId),
    }
  }

  #listenTo(observer: AudioLevelObserver, microphone: Producer, participantId: ParticipantId): void {
    this.#levels.name(microphone, participantId)
    // Fails only when the producer or its worker is gone already.
    void observer.addProducer({ producerId: microphone.id }).catch(() => {})
  }
}
