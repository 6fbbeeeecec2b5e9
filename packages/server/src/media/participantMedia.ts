// SPDX-License-Identifier: Apache-2.0
// Owns one person's media while they are connected: two transports on one router, their producers by source, and the consumers that exist
// for them. Decides nothing about who consumes what.
import { kindOf, type MediaObject, type MediaOffer, type Source, type TransportOffer } from '@alcove/protocol'
import type { Producer, RtpCapabilities, WebRtcTransport } from 'mediasoup/types'
import { type MediaKey, MediaRefused, type Production, Unavailable } from '../meetings/ports.ts'
import type { Fence } from './fence.ts'
import type { HeldConsumer } from './heldConsumer.ts'
import type { ProducerData } from './layers.ts'
import type { MeetingRouter } from './routers.ts'
import { parseDtlsParameters, parseRtpParameters } from './wire.ts'
import type { LiveWorker } from './workers.ts'

const initialOutgoingBitrateBps = 1_000_000
/** Camera in three layers and a screen beside it. */
const maxIncomingBitrateBps = 3_500_000
const retryAfterMs = 1_000

interface Opened {
  readonly at: MeetingRouter
  readonly send: WebRtcTransport
  readonly receive: WebRtcTransport
}

export class ParticipantMedia {
  readonly key: MediaKey
  readonly live: LiveWorker
  readonly producers = new Map<Source, Producer>()
  /** By `refKeyOf`; only consumers that exist. */
  readonly consumers = new Map<string, HeldConsumer>()
  capabilities: RtpCapabilities | undefined
  /** Producers of others that could not be consumed, and with which capabilities that was tried: neither tried with the same nor told of again. */
  readonly refused = new WeakMap<Producer, RtpCapabilities>()
  closed = false
  readonly #connected = new WeakSet<WebRtcTransport>()
  #opened: Opened | undefined
  readonly #fence: Fence

  constructor(key: MediaKey, live: LiveWorker, fence: Fence) {
    this.key = key
    this.live = live
    this.#fence = fence
  }

  get opened(): Opened | undefined {
    return this.#opened
  }

  async open(opening: Promise<MeetingRouter>): Promise<Omit<MediaOffer, 'iceServers'>> {
    try {
      const at = await opening
      const [send, receive] = await Promise.all([this.#createTransport(at), this.#createTransport(at)])
      await this.#fence.watch(this.live, send.setMaxIncomingBitrate(maxIncomingBitrateBps))
      this.#refuseWhenClosed()
      this.#opened = { at, send, receive }
      return { routerRtpCapabilities: at.router.rtpCapabilities, send: toOffer(send), receive: toOffer(receive) }
    } catch (error) {
      if (error instanceof MediaRefused) throw error
      throw new Unavailable('MEDIA_UNAVAILABLE', retryAfterMs, { cause: error })
    }
  }

  async connect(transportId: string, dtlsParameters: MediaObject): Promise<void> {
    const parsed = parseDtlsParameters(dtlsParameters)
    const transport = this.#transport(transportId)
    // The worker would refuse as well, and complain of it in the log each time.
    if (this.#connected.has(transport)) throw new MediaRefused('MEDIA_REFUSED')
    this.#connected.add(transport)
    await this.#ask(transport.connect({ dtlsParameters: parsed }))
  }

  restartIce(transportId: string): Promise<MediaObject> {
    return this.#ask(this.#transport(transportId).restartIce())
  }

  async produce({ source, rtpParameters, paused, height }: Production): Promise<string> {
    const kind = kindOf[source]
    const parsed = parseRtpParameters(rtpParameters, kind)
    const { at, send } = this.#mustBeOpen()
    // Before, not after: the new one may come under the ids (mid, ssrc) of the one that it replaces.
    this.closeProducer(source)
    const appData = { ...this.key, source, ...({ height } satisfies ProducerData) }
    const producer = await this.#ask(send.produce({ kind, rtpParameters: parsed, paused, appData }))
    this.closeProducer(source)
    this.producers.set(source, producer)
    producer.observer.once('close', () => {
      if (this.producers.get(source) === producer) this.producers.delete(source)
    })
    if (source === 'microphone') at.listenTo(producer, this.key.participantId)
    return producer.id
  }

  async setPaused(source: Source, paused: boolean): Promise<void> {
    this.#mustBeOpen()
    const producer = this.producers.get(source)
    if (!producer) throw new MediaRefused('MEDIA_NOT_OPEN')
    await this.#ask(paused ? producer.pause() : producer.resume())
  }

  closeProducer(source: Source): void {
    this.producers.get(source)?.close()
  }

  /** Lets video run; the worker asks its sender for a key frame on the way. */
  async ready(consumerIds: readonly string[]): Promise<void> {
    const named = new Set(consumerIds)
    const paused = [...this.consumers.values()].filter(({ consumer }) => named.has(consumer.id) && consumer.paused)
    // A consumer that cannot be resumed was closed meanwhile.
    await Promise.allSettled(paused.map(({ consumer }) => this.#fence.watch(this.live, consumer.resume())))
  }

  close(): void {
    this.closed = true
    this.#opened?.send.close()
    this.#opened?.receive.close()
    this.#opened = undefined
  }

  async #createTransport({ live, router }: MeetingRouter): Promise<WebRtcTransport> {
    const creation = router.createWebRtcTransport({
      webRtcServer: live.server,
      enableUdp: true,
      enableTcp: true,
      preferUdp: true,
      initialAvailableOutgoingBitrate: initialOutgoingBitrateBps,
    })
    const transport = await this.#fence.watch(live, creation)
    this.#refuseWhenClosed(transport)
    return transport
  }

  #refuseWhenClosed(transport?: WebRtcTransport): void {
    if (!this.closed) return
    transport?.close()
    throw new MediaRefused('MEDIA_NOT_OPEN')
  }

  #mustBeOpen(): Opened {
    if (!this.#opened) throw new MediaRefused('MEDIA_NOT_OPEN')
    return this.#opened
  }

  #transport(transportId: string): WebRtcTransport {
    const { send, receive } = this.#mustBeOpen()
    if (send.id === transportId) return send
    if (receive.id === transportId) return receive
    throw new MediaRefused('MEDIA_NOT_OPEN')
  }

  async #ask<Result>(request: Promise<Result>): Promise<Result> {
    try {
      return await this.#fence.watch(this.live, request)
    } catch (error) {
      if (this.live.worker.closed) throw new Unavailable('MEDIA_UNAVAILABLE', retryAfterMs, { cause: error })
      throw new MediaRefused(this.closed ? 'MEDIA_NOT_OPEN' : 'MEDIA_REFUSED', { cause: error })
    }
  }
}

function toOffer({ id, iceParameters, iceCandidates, dtlsParameters }: WebRtcTransport): TransportOffer {
  return { id, iceParameters, iceCandidates, dtlsParameters }
}
