// SPDX-License-Identifier: Apache-2.0
// Owns a meeting's desired consumers and makes the existing ones equal to them: what is no longer desired is closed at once and proved, what
// is missing is created in the background. Never decides who may receive.
import type { MediaPlan, Wanted } from '@alcove/meeting'
import type { ParticipantId } from '@alcove/protocol'
import type { Consumer, Producer } from 'mediasoup/types'
import type { Clock, Log, MediaListener } from '../meetings/ports.ts'
import type { Fence } from './fence.ts'
import { HeldConsumer, refKeyOf } from './heldConsumer.ts'
import { layersOf, spatialLayerFor } from './layers.ts'
import { paced } from './pacing.ts'
import type { ParticipantMedia } from './participantMedia.ts'
import type { Pipes, Release } from './pipes.ts'
import type { LiveWorker } from './workers.ts'

export interface ReconcilerOptions {
  readonly participants: ReadonlyMap<ParticipantId, ParticipantMedia>
  readonly pipes: Pipes
  readonly fence: Fence
  readonly listener: MediaListener
  readonly clock: Clock
  readonly log: Log
}

interface Missing {
  readonly wanted: Wanted
  readonly sender: ParticipantMedia
  readonly origin: Producer
}

/** A missing consumer whose producer can be consumed on the receiver's router. */
interface Creatable extends Missing {
  readonly release: Release
}

/** One receiver's creation of consumers, waiting for its slice or under way. */
interface Filling {
  /** More may be missing than it saw when it began. */
  again: boolean
  cancel: () => void
}

export class Reconciler {
  readonly #options: ReconcilerOptions
  readonly #desired = new Map<ParticipantId, ReadonlyMap<string, Wanted>>()
  /**
   * What was desired when it was last granted, and has been since: what came later may not exist before everybody was told (a look into a room, above
   * all).
   */
  readonly #granted = new Map<ParticipantId, ReadonlyMap<string, Wanted>>()
  readonly #fillings = new Map<ParticipantMedia, Filling>()
  /** Creations that were asked of a worker and not answered yet, by receiver and ref. */
  readonly #creations = new Map<ParticipantMedia, Map<string, Promise<unknown>>>()

  constructor(options: ReconcilerOptions) {
    this.#options = options
  }

  get isEmpty(): boolean {
    return this.#desired.size === 0
  }

  desiredCount(receiver: ParticipantId): number {
    return this.#desired.get(receiver)?.size ?? 0
  }

  async revoke(plan: MediaPlan): Promise<void> {
    const touched = new Map<LiveWorker, Promise<unknown>[]>()
    for (const [id, wanted] of plan) {
      const desired = new Map(wanted.map((item) => [refKeyOf(item), item]))
      this.#desired.set(id, desired)
      const granted = [...(this.#granted.get(id) ?? [])]
      this.#granted.set(id, new Map(granted.filter(([ref]) => desired.has(ref))))
      const receiver = this.#options.participants.get(id)
      if (!receiver) continue
      const unwantedCreations = this.#unwantedCreations(receiver)
      if (this.#closeUndesired(receiver) || unwantedCreations.length > 0) {
        touched.set(receiver.live, [...(touched.get(receiver.live) ?? []), ...unwantedCreations])
      }
      this.#followHeights(receiver)
    }
    await Promise.all([...touched].map(([live, creations]) => this.#options.fence.prove(live, creations)))
  }

  grant(): void {
    for (const [id, wanted] of this.#desired) this.#granted.set(id, wanted)
    const due = new Map<LiveWorker, { receiver: ParticipantMedia; count: number }[]>()
    for (const receiver of this.#options.participants.values()) {
      const filling = this.#fillings.get(receiver)
      if (filling) {
        filling.again = true
        continue
      }
      const count = this.#missing(receiver).length
      if (count > 0) due.set(receiver.live, [...(due.get(receiver.live) ?? []), { receiver, count }])
    }
    for (const receivers of due.values()) {
      for (const { delayMs, items } of paced(receivers, ({ count }) => count)) {
        for (const { receiver } of items) this.#fillAfter(delayMs, receiver)
      }
    }
  }

  forget(participantId: ParticipantId): void {
    this.#desired.delete(participantId)
    this.#granted.delete(participantId)
  }

  /** Ends what the receiver still waits for; its consumers close with its transports. */
  stop(receiver: ParticipantMedia): void {
    this.#fillings.get(receiver)?.cancel()
    this.#fillings.delete(receiver)
  }

  #wantedBy(receiver: ParticipantMedia, ref: string): Wanted | undefined {
    return this.#desired.get(receiver.key.participantId)?.get(ref)
  }

  /** What is granted is desired, too. */
  #isGranted(receiver: ParticipantMedia, ref: string): boolean {
    return this.#granted.get(receiver.key.participantId)?.has(ref) ?? false
  }

  #unwantedCreations(receiver: ParticipantMedia): Promise<unknown>[] {
    const creations = [...(this.#creations.get(receiver) ?? [])]
    return creations.filter(([ref]) => !this.#wantedBy(receiver, ref)).map(([, creation]) => creation)
  }

  #closeUndesired(receiver: ParticipantMedia): boolean {
    const undesired = [...receiver.consumers].filter(([ref]) => !this.#wantedBy(receiver, ref)).map(([, held]) => held)
    this.#closeHeld(receiver, undesired)
    return undesired.length > 0
  }

  #closeHeld(receiver: ParticipantMedia, closing: readonly HeldConsumer[]): void {
    for (const { consumer } of closing) consumer.close()
    const told = closing.filter((held) => held.told).map(({ consumer }) => consumer.id)
    if (told.length > 0) this.#options.listener.onRevoked(receiver.key, told)
  }

  #followHeights(receiver: ParticipantMedia): void {
    for (const [ref, held] of receiver.consumers) held.showAt(this.#wantedBy(receiver, ref)?.height)
  }

  #fillAfter(delayMs: number, receiver: ParticipantMedia): void {
    const filling: Filling = { again: false, cancel: () => {} }
    this.#fillings.set(receiver, filling)
    if (delayMs === 0) void this.#fillUp(receiver, filling)
    else filling.cancel = this.#options.clock.after(delayMs, () => void this.#fillUp(receiver, filling))
  }

  async #fillUp(receiver: ParticipantMedia, filling: Filling): Promise<void> {
    try {
      do {
        filling.again = false
        await this.#fill(receiver)
      } while (filling.again && !receiver.closed)
    } catch (error) {
      this.#options.log.error({ err: error, ...receiver.key }, 'Consumers could not be created')
    } finally {
      if (this.#fillings.get(receiver) === filling) this.#fillings.delete(receiver)
    }
  }

  /** Creates all that is missing together, so that the client needs one negotiation for it. */
  async #fill(receiver: ParticipantMedia): Promise<void> {
    const missing = this.#missing(receiver)
    this.#closeReplaced(receiver, missing)
    const reached = await Promise.all(missing.map((item) => this.#reach(receiver, item)))
    const creatable = reached.filter((item) => item !== undefined)
    const created = await Promise.all(creatable.map((item) => this.#create(receiver, item)))
    const granted = created.filter((held) => held !== undefined && this.#stillHolds(receiver, held))
    const offers = granted.flatMap((held) => {
      if (!held) return []
      held.told = true
      return [held.toOffer()]
    })
    if (offers.length > 0) this.#options.listener.onGranted(receiver.key, offers)
  }

  #missing(receiver: ParticipantMedia): Missing[] {
    if (!receiver.opened || !receiver.capabilities) return []
    const missing: Missing[] = []
    for (const [ref, wanted] of this.#desired.get(receiver.key.participantId) ?? []) {
      if (!this.#isGranted(receiver, ref)) continue
      const sender = this.#options.participants.get(wanted.participantId)
      const origin = sender?.producers.get(wanted.source)
      if (!sender || !origin || receiver.consumers.get(ref)?.origin === origin) continue
      if (receiver.refused.get(origin) !== receiver.capabilities) missing.push({ wanted, sender, origin })
    }
    return missing
  }

  /** A consumer of the producer that was there before would otherwise stand in the new one's place until the worker closes it. */
  #closeReplaced(receiver: ParticipantMedia, missing: readonly Missing[]): void {
    const replaced = missing.map(({ wanted }) => receiver.consumers.get(refKeyOf(wanted)))
    this.#closeHeld(
      receiver,
      replaced.filter((held) => held !== undefined),
    )
  }

  async #reach(receiver: ParticipantMedia, missing: Missing): Promise<Creatable | undefined> {
    const from = missing.sender.opened?.at
    const to = receiver.opened?.at
    if (!from || !to) return undefined
    if (from.router === to.router) return { ...missing, release: () => {} }
    try {
      return { ...missing, release: await this.#options.pipes.lease(missing.origin.id, from, to) }
    } catch (error) {
      this.#warn(error, receiver, missing.wanted, 'A producer could not be piped')
      return undefined
    }
  }

  async #create(receiver: ParticipantMedia, creatable: Creatable): Promise<HeldConsumer | undefined> {
    const { wanted, origin, release } = creatable
    const { capabilities } = receiver
    const ref = refKeyOf(wanted)
    if (receiver.closed || !this.#isGranted(receiver, ref) || origin.closed) {
      release()
      return undefined
    }
    const creation = this.#consume(receiver, creatable)
    const creations = this.#creations.get(receiver) ?? new Map<string, Promise<unknown>>()
    this.#creations.set(receiver, creations.set(ref, creation))
    try {
      return await creation
    } catch (error) {
      release()
      if (receiver.closed || origin.closed) return undefined
      if (!receiver.refused.has(origin)) this.#warn(error, receiver, wanted, 'A consumer could not be created')
      if (capabilities) receiver.refused.set(origin, capabilities)
      return undefined
    } finally {
      creations.delete(ref)
      if (creations.size === 0) this.#creations.delete(receiver)
    }
  }

  /** When this settles, the consumer is held or its closing was asked of the worker: a proof may follow. */
  async #consume(
    receiver: ParticipantMedia,
    { wanted, origin, release }: Creatable,
  ): Promise<HeldConsumer | undefined> {
    const { opened, capabilities, live } = receiver
    if (!opened || !capabilities) throw new Error('The receiver is gone')
    const spatialLayer = spatialLayerFor(wanted.height, layersOf(origin))
    const request = opened.receive.consume({
      producerId: origin.id,
      rtpCapabilities: capabilities,
      // Sound runs at once; the first picture comes sooner when its key frame is not spent before the client can take it.
      paused: origin.kind === 'video',
      ...(spatialLayer === undefined ? {} : { preferredLayers: { spatialLayer } }),
    })
    const consumer = await this.#options.fence.watch(live, request)
    const held = new HeldConsumer(wanted, consumer, origin)
    this.#hold(receiver, held, release)
    if (receiver.closed || !this.#isGranted(receiver, refKeyOf(wanted)) || origin.closed) consumer.close()
    else held.showAt(this.#wantedBy(receiver, refKeyOf(wanted))?.height)
    return held
  }

  #hold(receiver: ParticipantMedia, held: HeldConsumer, release: Release): void {
    const ref = refKeyOf(held.ref)
    const { consumer } = held
    receiver.consumers.set(ref, held)
    whenClosed(consumer, () => {
      if (receiver.consumers.get(ref) === held) receiver.consumers.delete(ref)
      release()
    })
    consumer.once('producerclose', () => {
      if (held.told) this.#options.listener.onRevoked(receiver.key, [consumer.id])
    })
  }

  #stillHolds(receiver: ParticipantMedia, held: HeldConsumer): boolean {
    return receiver.consumers.get(refKeyOf(held.ref)) === held
  }

  #warn(error: unknown, receiver: ParticipantMedia, wanted: Wanted, message: string): void {
    const { participantId: from, source } = wanted
    this.#options.log.warn({ err: error, ...receiver.key, from, source }, message)
  }
}

function whenClosed(consumer: Consumer, callback: () => void): void {
  if (consumer.closed) callback()
  else consumer.observer.once('close', callback)
}
