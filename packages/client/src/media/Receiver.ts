// SPDX-License-Identifier: Apache-2.0
// What this client receives now. Takes new consumers together in one negotiation; silences revoked ones in the very moment of the message and
// closes them later. Decides nothing: the server grants and revokes.
import type { ConsumerOffer, ParticipantId } from '@alcove/protocol'
import type { RemoteTrack } from '../api.ts'
import type { Clock } from '../clock.ts'
import { CloseWhenIdle } from './CloseWhenIdle.ts'
import { TaskQueue } from './TaskQueue.ts'
import type { ReceivedTrack, ReceiveTransport } from './transports.ts'

export interface ReceiverHandlers {
  /** Called synchronously; a new array at each change. */
  onTracks(tracks: readonly RemoteTrack[]): void
  /** These video consumers can be filled now. */
  onReady(consumerIds: readonly string[]): void
  /** A track that should be here could not be made: the transport is of no use. */
  onBroken(error: unknown): void
}

interface Live {
  readonly received: ReceivedTrack
  readonly remote: RemoteTrack
}

interface Attached {
  readonly transport: ReceiveTransport
  readonly queue: TaskQueue
  readonly closing: CloseWhenIdle
}

export class Receiver {
  readonly #handlers: ReceiverHandlers
  readonly #clock: Clock
  #attached: Attached | undefined
  readonly #live = new Map<string, Live>()
  /** Granted and not yet taken up: all of them go into the next negotiation. */
  #granted: ConsumerOffer[] = []
  /** In negotiation now; false once revoked. */
  readonly #inNegotiation = new Map<string, boolean>()

  constructor(handlers: ReceiverHandlers, clock: Clock) {
    this.#handlers = handlers
    this.#clock = clock
  }

  /** Begins to receive over this transport; grants that came before it wait here. */
  attach(transport: ReceiveTransport): void {
    const queue = new TaskQueue()
    this.#attached = { transport, queue, closing: new CloseWhenIdle(queue, this.#clock) }
    if (this.#granted.length > 0) this.#takeUp(this.#attached)
  }

  /** The transport is gone, and all that came over it. */
  detach(): void {
    this.#attached?.closing.end()
    this.#attached = undefined
    this.#granted = []
    for (const id of this.#inNegotiation.keys()) this.#inNegotiation.set(id, false)
    this.#drop([...this.#live.keys()])
  }

  handleGranted(offers: readonly ConsumerOffer[]): void {
    this.#granted.push(...offers)
    if (this.#attached) this.#takeUp(this.#attached)
  }

  handleRevoked(consumerIds: readonly string[]): void {
    const revoked = new Set(consumerIds)
    this.#granted = this.#granted.filter((offer) => !revoked.has(offer.consumerId))
    for (const id of consumerIds) if (this.#inNegotiation.has(id)) this.#inNegotiation.set(id, false)
    this.#drop(consumerIds)
  }

  /** Silences these people's tracks without waiting for the server's word. */
  silence(participantIds: readonly ParticipantId[], { exceptCamera = false } = {}): void {
    const people = new Set(participantIds)
    const isMeant = ({ participantId, source }: RemoteTrack) =>
      people.has(participantId) && !(exceptCamera && source === 'camera')
    this.#drop([...this.#live].filter(([, { remote }]) => isMeant(remote)).map(([id]) => id))
  }

  #takeUp(attached: Attached): void {
    attached.closing.postpone()
    void attached.queue.push(async () => {
      const offers = this.#granted.splice(0)
      if (offers.length === 0 || this.#attached !== attached) return
      for (const { consumerId } of offers) this.#inNegotiation.set(consumerId, true)
      // All in one tick: the media library makes one negotiation of it.
      const results = await Promise.allSettled(offers.map((offer) => attached.transport.consume(offer)))
      const broken: unknown[] = []
      const readyIds = offers.flatMap((offer, index) => {
        const result = results[index]
        const isWanted = this.#inNegotiation.get(offer.consumerId) === true && this.#attached === attached
        this.#inNegotiation.delete(offer.consumerId)
        if (result?.status !== 'fulfilled') {
          if (isWanted && !isUnsupported(result?.reason)) broken.push(result?.reason)
          return []
        }
        if (!isWanted) {
          hush(attached, result.value)
          return []
        }
        const { participantId, source } = offer
        this.#live.set(offer.consumerId, {
          received: result.value,
          remote: { participantId, source, track: result.value.track },
        })
        return offer.kind === 'video' ? [offer.consumerId] : []
      })
      if (this.#attached !== attached) return
      this.#publish()
      if (readyIds.length > 0) this.#handlers.onReady(readyIds)
      attached.closing.postpone()
      if (broken.length > 0) this.#handlers.onBroken(broken[0])
    })
  }

  #drop(consumerIds: readonly string[]): void {
    let hasChanged = false
    for (const id of consumerIds) {
      const live = this.#live.get(id)
      if (!live) continue
      this.#live.delete(id)
      hush(this.#attached, live.received)
      hasChanged = true
    }
    if (hasChanged) this.#publish()
  }

  #publish(): void {
    this.#handlers.onTracks([...this.#live.values()].map(({ remote }) => remote))
  }
}

/** A disabled track is silent within 0.04 s; a closed one would play out what is buffered, after a negotiation. */
function hush(attached: Attached | undefined, received: ReceivedTrack): void {
  received.track.enabled = false
  attached?.closing.add(() => received.close())
}

/** This browser cannot play that codec: another transport would not help. */
function isUnsupported(error: unknown): boolean {
  return error instanceof Error && error.name === 'UnsupportedError'
}
