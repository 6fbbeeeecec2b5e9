// SPDX-License-Identifier: Apache-2.0
// What the server sends unasked, as one closed union on `type`.
import type { ChatMessage } from './chat.ts'
import type { WireError } from './errors.ts'
import type { ParticipantId } from './ids.ts'
import type { MediaObject } from './mediaObject.ts'
import type { JsonObject } from './patch.ts'
import type { Reaction } from './reactions.ts'
import type { PartKey } from './views.ts'
import type { Kind, Source } from './vocabulary.ts'

export interface PartSnapshot {
  readonly type: 'part.snapshot'
  readonly part: PartKey
  /** Changes when versions start anew (the server restarted, the meeting was loaded again). */
  readonly epoch: string
  readonly version: number
  readonly value: JsonObject
}

export interface ConsumerOffer {
  readonly consumerId: string
  readonly producerId: string
  readonly participantId: ParticipantId
  readonly source: Source
  readonly kind: Kind
  readonly rtpParameters: MediaObject
}

export type ServerMessage =
  | PartSnapshot
  /** A merge patch (RFC 7396) from `version - 1` to `version`; a client that holds another version resumes. */
  | {
      readonly type: 'part.patch'
      readonly part: PartKey
      readonly epoch: string
      readonly version: number
      readonly patch: JsonObject
    }
  /** The right to see this part is lost: drop it. */
  | { readonly type: 'part.closed'; readonly part: PartKey }
  /** These consumers are closed already; silence and hide their tracks at once, before any negotiation. */
  | { readonly type: 'media.revoked'; readonly consumerIds: readonly string[] }
  /** New consumers, to be created in one negotiation; answer media.ready for those of video, which start paused. */
  | { readonly type: 'media.granted'; readonly consumers: readonly ConsumerOffer[] }
  /** The worker behind this connection's transports died: open media anew, without a reload. */
  | { readonly type: 'media.reset' }
  /** Somebody wrote something that one may read; one's own messages come this way, too. */
  | { readonly type: 'chat.message'; readonly message: ChatMessage }
  /** All that this person wrote is forgotten: drop what is held of it. */
  | { readonly type: 'chat.forgotten'; readonly participantId: ParticipantId }
  /** Somebody in one's room reacts, oneself too: shown for a moment, kept by nobody. */
  | { readonly type: 'reaction'; readonly participantId: ParticipantId; readonly reaction: Reaction }
  /** The page of somebody in one's room said something to this one, or to all there: kept by nobody. */
  | { readonly type: 'pageText'; readonly participantId: ParticipantId; readonly text: string }
  /** Why the server is about to close this connection. */
  | { readonly type: 'error'; readonly error: WireError }

/** What a client says of itself when it connects (socket.io's `auth`). */
export interface Handshake {
  readonly protocol: number
  readonly meeting: string
  /** JWT that says who comes and what they may, where the server takes tokens. */
  readonly token?: string
}
