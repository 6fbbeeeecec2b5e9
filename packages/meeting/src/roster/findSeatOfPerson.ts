// SPDX-License-Identifier: Apache-2.0
// Finds the seat of somebody by who they are (SPEC EP2).
import type { Seat } from '../state.ts'
import { type Identity, isSamePerson } from './identity.ts'

/** The seat of this person: one that is expected before one that is taken; among equals the first. */
export function findSeatOfPerson(seats: Iterable<Seat>, identity: Identity | undefined): Seat | undefined {
  if (!identity) return undefined
  const theirs = [...seats].filter((seat) => isSamePerson(seat.identity, identity))
  return theirs.find((seat) => seat.presence.status === 'expected') ?? theirs[0]
}
