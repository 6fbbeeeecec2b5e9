// SPDX-License-Identifier: Apache-2.0
// What a token grants, as fields of the command that joins. Guests get none: for them the meeting's own rules hold, its password too.
import type { CommandOf } from '@alcove/meeting'
import type { Admission } from '../../auth/grant.ts'

type Granted = Pick<CommandOf<'JoinMeeting'>, 'displayName' | 'identity' | 'grant'>

/** @param typed the name that the person gave; one in the token counts before it */
export function toGranted(admission: Exclude<Admission, { status: 'expired' }>, typed: string): Granted {
  if (admission.status === 'missing' || !admission.grant.identity) return { displayName: typed }
  const { identity: who, role, bypassesLobby, denied } = admission.grant
  const { displayName = typed, ...identity } = who
  return { displayName, identity, grant: { ...(role && { role }), skipsLobby: bypassesLobby, denied } }
}

/** The user whom the connection's token names, valid or expired. */
export function userIdOf(admission: Admission): string | undefined {
  if (admission.status === 'missing') return undefined
  const identity = admission.status === 'granted' ? admission.grant.identity : admission.identity
  return identity?.userId
}
