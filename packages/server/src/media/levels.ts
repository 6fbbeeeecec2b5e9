// SPDX-License-Identifier: Apache-2.0
// Owns who is heard in a meeting: merges what the routers' observers report into one map per interval. Decides nothing about speakers.
import type { ParticipantId } from '@alcove/protocol'
import type { AudioLevelObserver, AudioLevelObserverOptions, AudioLevelObserverVolume, Producer } from 'mediasoup/types'
import type { Clock } from '../meetings/ports.ts'

const intervalMs = 400

export const levelObserverOptions = {
  interval: intervalMs,
  /** In dBov; breathing and a quiet room are below, soft speech is above. */
  threshold: -60,
  /** People of all rooms of the meeting are heard here, and moderators see every room: no room must be lost behind louder ones. */
  maxEntries: 256,
} as const satisfies AudioLevelObserverOptions

type LevelMap = ReadonlyMap<ParticipantId, number>

export class Levels {
  readonly #clock: Clock
  readonly #emit: (levels: LevelMap) => void
  readonly #latest = new Map<AudioLevelObserver, LevelMap>()
  readonly #names = new Map<string, ParticipantId>()
  #silent = true
  #emittedAt = Number.NEGATIVE_INFINITY
  #cancel: (() => void) | undefined

  /** `emit` is called at most once per interval, and once with an empty map when silence begins. */
  constructor(clock: Clock, emit: (levels: LevelMap) => void) {
    this.#clock = clock
    this.#emit = emit
  }

  follow(observer: AudioLevelObserver): void {
    observer.on('volumes', (volumes) => this.#take(observer, this.#named(volumes)))
    observer.on('silence', () => this.#take(observer, new Map()))
    observer.observer.once('close', () => {
      this.#latest.delete(observer)
      this.#schedule()
    })
  }

  /** Tells whose microphone it is, until it closes. */
  name(microphone: Producer, participantId: ParticipantId): void {
    this.#names.set(microphone.id, participantId)
    microphone.observer.once('close', () => {
      this.#names.delete(microphone.id)
      for (const [observer, levels] of this.#latest) {
        this.#latest.set(observer, new Map([...levels].filter(([id]) => id !== participantId)))
      }
      this.#schedule()
    })
  }

  close(): void {
    this.#cancel?.()
    this.#cancel = undefined
    this.#silent = true
    this.#latest.clear()
  }

  #named(volumes: readonly AudioLevelObserverVolume[]): LevelMap {
    const levels = new Map<ParticipantId, number>()
    for (const { producer, volume } of volumes) {
      const participantId = this.#names.get(producer.id)
      if (participantId !== undefined) levels.set(participantId, volume)
    }
    return levels
  }

  #take(observer: AudioLevelObserver, levels: LevelMap): void {
    if (observer.closed) return
    this.#latest.set(observer, levels)
    this.#schedule()
  }

  #schedule(): void {
    if (this.#cancel || (this.#silent && this.#merged().size === 0)) return
    // No longer than an interval, also when the clock was set back.
    const waitMs = Math.min(intervalMs, Math.max(0, this.#emittedAt + intervalMs - this.#clock.now()))
    this.#cancel = this.#clock.after(waitMs, () => {
      this.#cancel = undefined
      const levels = this.#merged()
      if (this.#silent && levels.size === 0) return
      this.#silent = levels.size === 0
      this.#emittedAt = this.#clock.now()
      this.#emit(levels)
    })
  }

  #merged(): LevelMap {
    return new Map([...this.#latest.values()].flatMap((levels) => [...levels]))
  }
}
