// SPDX-License-Identifier: Apache-2.0
// What sending and receiving need of a media library, in our words. openMedia.ts satisfies it with mediasoup-client; tests with plain objects.
import type { ConsumerOffer, Source } from '@alcove/protocol'

/** A remote track that is being received. */
export interface ReceivedTrack {
  readonly track: MediaStreamTrack
  close(): void
}

export interface ReceiveTransport {
  /** Calls made in one tick are negotiated together. */
  consume(offer: ConsumerOffer): Promise<ReceivedTrack>
}

export interface SendOptions {
  readonly source: Source
  readonly track: MediaStreamTrack
  readonly dtx: boolean
  /** Asked at the moment when the server is told. */
  isMuted(): boolean
}

/** What travels with a producer to the moment when the server is told. */
export interface ProductionData {
  readonly source: Source
  /** Lines of the picture. */
  readonly height: number | undefined
  tellMuted(): boolean
}

/** A track on its way out. */
export interface SentTrack {
  /** Settles when the server knows it; resolves with whether it was told that the track is muted. */
  readonly started: Promise<{ readonly toldMuted: boolean }>
  /** Sends this track from now on, or nothing; needs no negotiation. May be called before `started`. */
  carry(track: MediaStreamTrack | null): void
  close(): void
}

export interface SendTransport {
  send(options: SendOptions): SentTrack
}

export type ConnectionHealth = 'idle' | 'connecting' | 'connected' | 'failed'

/** Both transports of one connection to a media worker. */
export interface OpenMedia {
  readonly send: SendTransport
  /** Absent when the client only sends. */
  readonly receive: ReceiveTransport | undefined
  health(): ConnectionHealth
  getStats(): Promise<readonly RTCStatsReport[]>
  close(): void
}
