// SPDX-License-Identifier: Apache-2.0
// The life of the media connection: opened at first need, opened anew after a lost connection, a replaced worker or a dead network path, and
// everything published or shown brought back to it. What is sent and received over it belongs to Sender and Receiver.
import type { ParticipantId, RoomId, ServerMessage, ShownItem, Source } from '@alcove/protocol'
import type { MeetingSnapshot, PublishOptions } from '../api.ts'
import type { Clock } from '../clock.ts'
import { RequestFailed, toRequestFailed } from '../errors.ts'
import type { SendRequest } from '../signaling/Line.ts'
import { createReconnectPolicy } from '../signaling/ReconnectPolicy.ts'
import { retrying } from '../signaling/retrying.ts'
import { Receiver } from './Receiver.ts'
import { Sender } from './Sender.ts'
import { Shown } from './Shown.ts'
import type { OpenMedia } from './transports.ts'

export type MediaMessage = Extract<ServerMessage, { type: `media.${string}` }>
type MediaPicture = Pick<MeetingSnapshot, 'remoteTracks' | 'localTracks' | 'mediaState'>

export interface MediaOptions {
  readonly receives: boolean
  readonly clock: Clock
  roomId(): RoomId | undefined
  onChange(change: Partial<MediaPicture>): void
}

/** One try to have media on one connection; what is done for an older try is thrown away. */
interface Try {
  readonly since: number
  open: OpenMedia | undefined
  cancel(): void
}

/** What worked this long is tried again without much delay when it fails. */
const steadyMs = 10_000

export class Media {
  readonly #options: MediaOptions
  readonly #sender: Sender
  readonly #receiver: Receiver
  readonly #shown: Shown
  readonly #policy = createReconnectPolicy()
  #send: SendRequest | undefined
  #try: Try | undefined
  #failures = 0
  #opener: ReturnType<typeof loadOpenMedia> | undefined

  constructor(options: MediaOptions) {
    const { clock, onChange } = options
    this.#options = options
    this.#sender = new Sender((localTracks) => onChange({ localTracks }))
    this.#receiver = new Receiver(
      {
        onTracks: (remoteTracks) => onChange({ remoteTracks }),
        onBroken: (cause) =>
          this.#try && this.#handleFailure(this.#try, new RequestFailed('MEDIA_UNAVAILABLE', { cause })),
        // A connection that is lost now is opened anew, with new consumers.
        onReady: (consumerIds) =>
          void this.#send?.({ type: 'media.ready', consumerIds: [...consumerIds] }).catch(() => {}),
      },
      clock,
    )
    this.#shown = new Shown(options.roomId, clock)
  }

  /** Loads what opening will need, so that joining does not wait for it. */
  prepare(): void {
    if (this.#isNeeded()) this.#loadOpener().catch(() => {})
  }

  /** A connection holds the seat. The server closed what was open on the connection before. */
  handleReady(send: SendRequest): void {
    this.#send = retrying(send, this.#options.clock)
    this.#failures = 0
    if (this.#try || this.#isNeeded()) this.#openAnew()
  }

  /** What still flows may flow until the seat is held again. */
  handleLost(): void {
    this.#send = undefined
    this.#shown.detach()
  }

  handleMessage(message: MediaMessage): void {
    switch (message.type) {
      case 'media.granted':
        this.#receiver.handleGranted(message.consumers)
        break
      case 'media.revoked':
        this.#receiver.handleRevoked(message.consumerIds)
        break
      case 'media.reset':
        this.#openAnew()
        break
    }
  }

  /** Synchronous: these people must not be heard or seen any more. */
  silence(participantIds: readonly ParticipantId[], options?: { readonly exceptCamera: boolean }): void {
    this.#receiver.silence(participantIds, options)
  }

  handleRoomChange(): void {
    this.#shown.touch()
  }

  publish(source: Source, track: MediaStreamTrack, options: PublishOptions): Promise<void> {
    const done = this.#sender.publish(source, track, options)
    if (this.#send && !this.#try) this.#openAnew()
    return done
  }

  setMuted(source: Source, muted: boolean): Promise<void> {
    return this.#sender.setMuted(source, muted)
  }

  /** What moderators let nobody receive stays muted here, too. */
  withhold(sources: ReadonlySet<Source>): void {
    this.#sender.withhold(sources)
  }

  unpublish(source: Source): Promise<void> {
    return this.#sender.unpublish(source)
  }

  show(items: readonly ShownItem[]): void {
    this.#shown.show(items)
  }

  /** Closes everything; published tracks are forgotten too when `forget` says so. */
  stop(forget: boolean): void {
    this.#send = undefined
    this.#abandon()
    if (forget) this.#sender.unpublishAll()
    this.#options.onChange({ mediaState: 'closed' })
  }

  async getStats(): Promise<readonly RTCStatsReport[]> {
    try {
      return (await this.#try?.open?.getStats()) ?? []
    } catch {
      // Closed while asking.
      return []
    }
  }

  /** Kept: asking the browser again for what it has waits until the page was drawn. */
  #loadOpener(): ReturnType<typeof loadOpenMedia> {
    this.#opener ??= loadOpenMedia().catch((error: unknown) => {
      this.#opener = undefined
      throw error
    })
    return this.#opener
  }

  #isNeeded(): boolean {
    return this.#options.receives || this.#sender.hasTracks()
  }

  #openAnew(): void {
    this.#abandon()
    const send = this.#send
    if (!send) return
    const attempt: Try = { since: this.#options.clock.now(), open: undefined, cancel: () => {} }
    this.#try = attempt
    this.#options.onChange({ mediaState: 'connecting' })
    this.#open(attempt, send).catch((error: unknown) => this.#handleFailure(attempt, error))
  }

  async #open(attempt: Try, send: SendRequest): Promise<void> {
    const { receives, clock } = this.#options
    const { openMedia } = await this.#loadOpener()
    if (this.#try !== attempt) return
    const open = await openMedia({
      send,
      receives,
      clock,
      onHealth: () => this.#handleHealth(attempt),
      onFailure: (error) => this.#handleFailure(attempt, error),
    })
    if (this.#try !== attempt) return open.close()
    attempt.open = open
    this.#sender.attach(open.send, send)
    if (open.receive) this.#receiver.attach(open.receive)
    this.#shown.attach(send)
    this.#handleHealth(attempt)
  }

  #handleHealth(attempt: Try): void {
    if (this.#try !== attempt || !attempt.open) return
    switch (attempt.open.health()) {
      case 'failed':
        this.#handleFailure(attempt, new RequestFailed('MEDIA_UNAVAILABLE'))
        break
      case 'connecting':
        this.#options.onChange({ mediaState: 'connecting' })
        break
      case 'connected':
        this.#options.onChange({ mediaState: 'connected' })
        break
      case 'idle':
        // Nothing to send and nobody to receive yet.
        this.#options.onChange({ mediaState: 'connected' })
        break
    }
  }

  #handleFailure(attempt: Try, error: unknown): void {
    if (this.#try !== attempt) return
    const failure = toRequestFailed(error, 'MEDIA_UNSUPPORTED')
    // Trying again does not teach a browser WebRTC.
    const isHopeless = failure.code === 'MEDIA_UNSUPPORTED'
    this.#options.onChange({ mediaState: isHopeless ? 'unsupported' : 'failed' })
    if (isHopeless) return
    if (this.#options.clock.now() - attempt.since > steadyMs) this.#failures = 0
    const delayMs = Math.max(this.#policy.delayMs(this.#failures), failure.retryAfterMs ?? 0)
    this.#failures += 1
    attempt.cancel()
    attempt.cancel = this.#options.clock.after(delayMs, () => this.#try === attempt && this.#openAnew())
  }

  #abandon(): void {
    const attempt = this.#try
    this.#try = undefined
    this.#sender.detach()
    this.#receiver.detach()
    this.#shown.detach()
    attempt?.cancel()
    attempt?.open?.close()
  }
}

/** Loaded at need: plain Node, for bots without media, has no WebRTC to load it for. */
function loadOpenMedia() {
  return import('./openMedia.ts')
}
