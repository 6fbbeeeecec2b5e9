// SPDX-License-Identifier: Apache-2.0
// What a connection may do, as the rest of the server gets it: plain data, made of a verified token or of the policy for people without one.

import type { Feature } from '@alcove/protocol'

/** Who somebody is, by the word of whoever signed their token. */
export interface Identity {
  /** The same person on every device. */
  readonly userId?: string
  readonly email?: string
  readonly displayName?: string
  readonly avatar?: string
  /** Free facts, such as a group, by which people can be seated. */
  readonly attributes: Readonly<Record<string, string>>
}

export interface Grant {
  /** None: a guest. */
  readonly identity?: Identity
  /** None: as the meeting has it, where the first one in is moderator. */
  readonly role?: 'moderator' | 'participant'
  readonly bypassesLobby: boolean
  readonly denied: readonly Feature[]
}

/** How people without a token come in. */
export type GuestPolicy = 'first-is-moderator' | 'open' | 'closed'

/** As a connection shows itself before it asks for a seat. `expired` opens no new seat, and hinders nobody from coming back to theirs. */
export type Admission =
  | { readonly status: 'granted'; readonly grant: Grant }
  | { readonly status: 'expired'; readonly identity: Identity }
  | { readonly status: 'missing' }
