// SPDX-License-Identifier: Apache-2.0
// What a token grants, as fields of the command that joins. Guests get none: for them the meeting's own rules hold, its password too.
import type { CommandOf } from '@alcove/meeting'
import type { Admission, Grant } from '../../auth/grant.ts'

type Granted = Pick<CommandOf<'JoinMeeting'>, 'displayName' | 'identity' | 'grant'>

/** @param typed the name that the person gave; one in the token counts before it */
export function toGranted({ identity: who, role, bypassesLobby }: Grant, typed: string): Granted {
  if (!who) return { displayName: typed }
  const { displayName = typed, userId, email, attributes } = who
  const identity = { ...(userId !== undefined && { userId }), ...(email !== undefined && { email }), attributes }
  return { displayName, identity, grant: { ...(role && { role }), skipsLobby: bypassesLobby } }
}

/** The user whom the connection's token names, valid or expired. */
export function userIdOf(admission: Admission): string | undefined {
  if (admission.status === 'missing') return undefined
  const identity = admission.status === 'granted' ? admission.grant.identity : admission.identity
  return identity?.userId
}
