// SPDX-License-Identifier: Apache-2.0
// What a handler works with: the connection that a request came over, and all that it may ask.
import type { RequestType, ResultOf, WireError } from '@alcove/protocol'
import type { Socket } from 'socket.io'
import type { Admission } from '../auth/grant.ts'
import type { Meetings } from '../meetings/createMeetings.ts'
import type { Clock, Ids } from '../meetings/ports.ts'
import type { Connection } from './connection.ts'
import type { SeatedAudience } from './createAudience.ts'
import type { GuessLimit } from './guessLimit.ts'
import type { RoomSecrets } from './roomSecrets.ts'

export interface HandlerContext {
  readonly connection: Connection
  readonly socket: Socket
  /** What the connection's token, or its lack of one, allows. */
  readonly admission: Admission
  readonly meetings: Meetings
  readonly audience: SeatedAudience
  readonly clock: Clock
  readonly ids: Ids
  readonly secrets: RoomSecrets
  readonly guesses: GuessLimit
}

export type Answer<Type extends RequestType> =
  | { readonly ok: true; readonly result: ResultOf<Type> }
  | { readonly ok: false; readonly error: WireError }
