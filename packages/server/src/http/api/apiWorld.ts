// SPDX-License-Identifier: Apache-2.0
// What the operations of the REST interface work with.
import type { ApiKeys } from '../../auth/api-keys/apiKeys.ts'
import type { Auth } from '../../auth/createAuth.ts'
import type { Passwords } from '../../auth/password.ts'
import type { Meetings } from '../../meetings/createMeetings.ts'
import type { Clock, Ids, Log } from '../../meetings/ports.ts'
import type { ChatFile } from './chatFileSchema.ts'

export interface ApiWorld {
  readonly meetings: Meetings
  readonly auth: Auth
  readonly keys: ApiKeys
  readonly passwords: Passwords
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  /** The chat of a session that is over, for whoever has the ticket of a link that a webhook told; absent where none tells any. */
  readonly readChat?: ((ticket: string) => Promise<ChatFile | undefined>) | undefined
}
