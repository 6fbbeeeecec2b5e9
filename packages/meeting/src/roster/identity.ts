// SPDX-License-Identifier: Apache-2.0
// Who somebody is beyond the name on the tile (SPEC EP): user id and e-mail vouched for by whoever runs the server, attributes to group people by, and
// the code by which a person without an account takes the seat prepared for them. All of it is personal.

export interface Identity {
  readonly userId?: string
  /** Compared without regard to case. */
  readonly email?: string
  /** Address of a picture. */
  readonly avatar?: string
  readonly attributes: Readonly<Record<string, string>>
}

export interface Claim {
  /** SHA-256 of the code, hex. */
  readonly hash: string
  /** Milliseconds since 1970; absent: as long as the meeting lives. */
  readonly expiresAt?: number
}

export const nobodyInParticular: Identity = { attributes: {} }

/** Whether both name the same person: the same user id or, where one of them has none, the same e-mail. */
export function isSamePerson(a: Identity, b: Identity): boolean {
  if (a.userId !== undefined && b.userId !== undefined) return a.userId === b.userId
  return a.email !== undefined && a.email.toLowerCase() === b.email?.toLowerCase()
}
