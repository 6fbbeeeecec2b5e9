// SPDX-License-Identifier: Apache-2.0
// People who are to come, from the words of the edges (wire, REST) to those of the core. Every way in goes through here.
import type { CommandOf } from '@alcove/meeting'
import type { ExpectedPersonInput } from '@alcove/protocol'
import type { Ids } from './ports.ts'

type ExpectedPerson = CommandOf<'ExpectPeople'>['people'][number]
type Claim = CommandOf<'RenewClaim'>['claim']

/** @param hashSecret SHA-256 in hex: the core never sees a code. */
export function toExpectedPerson(
  person: ExpectedPersonInput,
  ids: Pick<Ids, 'participantId'>,
  hashSecret: (secret: string) => string,
): ExpectedPerson {
  const {
    participantId,
    displayName,
    role,
    userId,
    email,
    avatar,
    attributes,
    claimCode,
    claimExpiresAt,
    roomId,
    atOnce,
  } = person
  return {
    participantId: participantId ?? ids.participantId(),
    displayName,
    ...(role !== undefined && { role }),
    identity: {
      ...(userId !== undefined && { userId }),
      ...(email !== undefined && { email }),
      ...(avatar && { avatar }),
      attributes: attributes ?? {},
    },
    ...(avatar === null && { withoutPicture: true as const }),
    ...(claimCode !== undefined && { claim: toClaim(hashSecret(claimCode), claimExpiresAt) }),
    ...(roomId !== undefined && { roomId }),
    ...(atOnce !== undefined && { atOnce }),
  }
}

export function toClaim(hash: string, expiresAt: number | undefined): Claim {
  return { hash, ...(expiresAt !== undefined && { expiresAt }) }
}
