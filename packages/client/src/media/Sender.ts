// SPDX-License-Identifier: Apache-2.0
// What this client wants to send, and bringing the transport of the moment to it, source by source. Published tracks outlive every transport.
import type { Source } from '@alcove/protocol'
import type { LocalTrack, PublishOptions } from '../api.ts'
import { RequestFailed, toRequestFailed } from '../errors.ts'
import type { SendRequest } from '../signaling/Line.ts'
import { TaskQueue } from './TaskQueue.ts'
import type { SendTransport, SentTrack } from './transports.ts'

interface Published {
  track: MediaStreamTrack
  muted: boolean
  readonly dtx: boolean
  /** Ends the watch for the end of the track. */
  unwatch(): void
}

interface Sent {
  readonly sent: SentTrack
  /** What the server was told last. */
  toldMuted: boolean
}

interface Attached {
  readonly transport: SendTransport
  readonly send: SendRequest
  readonly queue: TaskQueue
  readonly sent: Map<Source, Sent>
}

export class Sender {
  readonly #onTracks: (tracks: readonly LocalTrack[]) => void
  readonly #published = new Map<Source, Published>()
  #withheld: ReadonlySet<Source> = new Set()
  #attached: Attached | undefined

  constructor(onTracks: (tracks: readonly LocalTrack[]) => void) {
    this.#onTracks = onTracks
  }

  /** Sends over this transport from now on, beginning with all that is published. */
  attach(transport: SendTransport, send: SendRequest): void {
    this.#attached = { transport, send, queue: new TaskQueue(), sent: new Map() }
    for (const source of this.#published.keys()) this.#reconcile(source).catch(() => {})
  }

  detach(): void {
    this.#attached = undefined
  }

  hasTracks(): boolean {
    return this.#published.size > 0
  }

  publish(source: Source, track: MediaStreamTrack, options: PublishOptions): Promise<void> {
    const before = this.#published.get(source)
    before?.unwatch()
    const handleEnded = () => {
      if (this.#published.get(source)?.track === track) this.unpublish(source).catch(() => {})
    }
    track.addEventListener('ended', handleEnded)
    const muted = this.#withheld.has(source) || (options.muted ?? before?.muted ?? false)
    this.#published.set(source, {
      track,
      muted,
      dtx: options.dtx ?? before?.dtx ?? true,
      unwatch: () => track.removeEventListener('ended', handleEnded),
    })
    this.#carryNow(source)
    this.#tell()
    return this.#reconcile(source)
  }

  /** A source that is not published stays so. */
  setMuted(source: Source, muted: boolean): Promise<void> {
    const published = this.#published.get(source)
    if (!published || published.muted === muted) return Promise.resolve()
    if (!muted && this.#withheld.has(source)) return Promise.reject(new RequestFailed('MEDIA_WITHHELD'))
    published.muted = muted
    this.#carryNow(source)
    this.#tell()
    return this.#reconcile(source)
  }

  /** Mutes these at once and keeps them so; what is no longer among them stays muted until somebody unmutes it. */
  withhold(sources: ReadonlySet<Source>): void {
    this.#withheld = sources
    // With a connection that is lost now, the next one begins with all that is published.
    for (const source of sources) this.setMuted(source, true).catch(() => {})
  }

  unpublish(source: Source): Promise<void> {
    if (!this.#published.has(source)) return Promise.resolve()
    this.#forget(source)
    return this.#reconcile(source)
  }

  unpublishAll(): void {
    for (const source of [...this.#published.keys()]) this.#forget(source)
  }

  #forget(source: Source): void {
    this.#published.get(source)?.unwatch()
    if (!this.#published.delete(source)) return
    this.#carryNow(source)
    this.#tell()
  }

  #tell(): void {
    this.#onTracks([...this.#published].map(([source, { track, muted }]) => ({ source, track, muted })))
  }

  /** Muting and changing a track take effect here before anybody is asked. */
  #carryNow(source: Source): void {
    const published = this.#published.get(source)
    const track = published && !published.muted ? published.track : null
    this.#attached?.sent.get(source)?.sent.carry(track)
  }

  /** Makes what is sent equal to what is published, after all that is under way. */
  async #reconcile(source: Source): Promise<void> {
    const attached = this.#attached
    if (!attached) return
    try {
      await attached.queue.push(() => this.#converge(attached, source))
    } catch (error) {
      const failure = toRequestFailed(error, 'MEDIA_UNSUPPORTED')
      // With a lost connection or a replaced worker, the next transport begins with all that is published.
      if (this.#attached !== attached || isPassing(failure)) return
      if (!attached.sent.has(source)) this.#forget(source)
      throw failure
    }
  }

  async #converge(attached: Attached, source: Source): Promise<void> {
    if (this.#attached !== attached) return
    const published = this.#published.get(source)
    const current = attached.sent.get(source)
    if (!published) {
      if (!current) return
      attached.sent.delete(source)
      current.sent.close()
      await attached.send({ type: 'media.close', source })
    } else if (!current) {
      await this.#start(attached, source, published)
      await this.#converge(attached, source)
    } else if (current.toldMuted !== published.muted) {
      const paused = published.muted
      await attached.send({ type: 'media.pause', source, paused })
      current.toldMuted = paused
      await this.#converge(attached, source)
    }
  }

  async #start(attached: Attached, source: Source, published: Published): Promise<void> {
    const { track, dtx } = published
    if (track.readyState === 'ended') throw new RequestFailed('MEDIA_UNSUPPORTED')
    const isMuted = () => this.#published.get(source)?.muted !== false
    const current: Sent = { sent: attached.transport.send({ source, track, dtx, isMuted }), toldMuted: false }
    attached.sent.set(source, current)
    try {
      current.toldMuted = (await current.sent.started).toldMuted
    } catch (error) {
      attached.sent.delete(source)
      throw error
    }
  }
}

/** Mended by the next transport, which is on its way when these come. */
function isPassing({ code }: RequestFailed): boolean {
  return code === 'SERVER_UNREACHABLE' || code === 'MEDIA_UNAVAILABLE' || code === 'MEDIA_NOT_OPEN'
}
