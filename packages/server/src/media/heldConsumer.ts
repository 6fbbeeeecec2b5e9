// SPDX-License-Identifier: Apache-2.0
// Owns what is known about one consumer that exists: what it is for, its layer, and the pipe that it holds.
import type { ProducerRef, Wanted } from '@alcove/meeting'
import type { ConsumerOffer } from '@alcove/protocol'
import type { Consumer, Producer } from 'mediasoup/types'
import { layersOf, spatialLayerFor } from './layers.ts'

export function refKeyOf({ participantId, source }: ProducerRef): string {
  return `${participantId} ${source}`
}

export class HeldConsumer {
  readonly ref: ProducerRef
  readonly consumer: Consumer
  /** The producer at its sender's router; a piped one has the same id. */
  readonly origin: Producer
  /** Whether the client knows of it. */
  told = false
  #spatialLayer: number | undefined

  constructor(wanted: Wanted, consumer: Consumer, origin: Producer) {
    this.ref = { participantId: wanted.participantId, source: wanted.source }
    this.consumer = consumer
    this.origin = origin
    this.#spatialLayer = consumer.preferredLayers?.spatialLayer
  }

  /** Follows the height at which the client shows it; the consumer stays the same. */
  showAt(height: number | undefined): void {
    const spatialLayer = spatialLayerFor(height, layersOf(this.origin))
    if (spatialLayer === undefined || spatialLayer === this.#spatialLayer) return
    this.#spatialLayer = spatialLayer
    // Fails only when the consumer or its worker is gone.
    void this.consumer.setPreferredLayers({ spatialLayer }).catch(() => {})
  }

  toOffer(): ConsumerOffer {
    const { id, producerId, kind, rtpParameters } = this.consumer
    return { consumerId: id, producerId, ...this.ref, kind, rtpParameters }
  }
}
