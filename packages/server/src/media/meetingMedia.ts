// SPDX-License-Identifier: Apache-2.0
// Owns all media of one meeting: its people, routers, pipes and levels, and the reconciler over them.
import type { MediaOffer, ParticipantId } from '@alcove/protocol'
import type { Clock, Log, MediaKey, MediaListener } from '../meetings/ports.ts'
import type { Fence } from './fence.ts'
import { Levels } from './levels.ts'
import { ParticipantMedia } from './participantMedia.ts'
import { Pipes } from './pipes.ts'
import { Reconciler } from './reconciler.ts'
import { Routers } from './routers.ts'
import type { LiveWorker } from './workers.ts'

export interface MeetingMediaOptions {
  readonly meetingId: MediaKey['meetingId']
  readonly fence: Fence
  readonly listener: MediaListener
  readonly clock: Clock
  readonly log: Log
}

export class MeetingMedia {
  readonly reconciler: Reconciler
  readonly #fence: Fence
  readonly #listener: MediaListener
  readonly #participants = new Map<ParticipantId, ParticipantMedia>()
  readonly #levels: Levels
  readonly #routers: Routers

  constructor({ meetingId, fence, listener, clock, log }: MeetingMediaOptions) {
    this.#fence = fence
    this.#listener = listener
    this.#levels = new Levels(clock, (levels) => listener.onLevels(meetingId, levels))
    this.#routers = new Routers(fence, this.#levels)
    const pipes = new Pipes(fence)
    this.reconciler = new Reconciler({ participants: this.#participants, pipes, fence, listener, clock, log })
  }

  get isEmpty(): boolean {
    return this.#participants.size === 0 && this.reconciler.isEmpty
  }

  find(participantId: ParticipantId): ParticipantMedia | undefined {
    return this.#participants.get(participantId)
  }

  companionsOn(live: LiveWorker): number {
    return this.#on(live).length
  }

  /** See PlacementCandidate for why this is what counts. */
  loadOn(live: LiveWorker): number {
    return this.#on(live).reduce(
      (sum, { key }) => sum + Math.max(1, this.reconciler.desiredCount(key.participantId)),
      0,
    )
  }

  async open(key: MediaKey, live: LiveWorker): Promise<Omit<MediaOffer, 'iceServers'>> {
    this.leave(key.participantId)
    const media = new ParticipantMedia(key, live, this.#fence)
    this.#participants.set(key.participantId, media)
    const opening = this.#routers.join(live)
    try {
      return await media.open(opening)
    } catch (error) {
      if (this.#participants.get(key.participantId) === media) this.leave(key.participantId)
      throw error
    }
  }

  /** Closes a person's media; what they should receive is kept for when they open anew. */
  leave(participantId: ParticipantId): void {
    const media = this.#participants.get(participantId)
    if (!media) return
    this.#participants.delete(participantId)
    this.reconciler.stop(media)
    media.close()
    this.#routers.leave(media.live)
  }

  close(participantId: ParticipantId): void {
    this.leave(participantId)
    this.reconciler.forget(participantId)
  }

  closeAll(): void {
    for (const participantId of [...this.#participants.keys()]) this.close(participantId)
    this.#levels.close()
  }

  workerDied(live: LiveWorker): void {
    for (const { key, opened } of this.#on(live)) {
      this.leave(key.participantId)
      // Whoever was still opening is answered by the failure of that request.
      if (opened) this.#listener.onLost(key)
    }
  }

  #on(live: LiveWorker): ParticipantMedia[] {
    return [...this.#participants.values()].filter((media) => media.live === live)
  }
}
