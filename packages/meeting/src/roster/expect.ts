// SPDX-License-Identifier: Apache-2.0
// Preparing seats for people who are to come (SPEC EP): by user id, e-mail or a code. Whoever is known already is changed, never made a second time.
import type { ParticipantId } from '@alcove/protocol'
import { findBreakoutRoom } from '../breakout/findRoom.ts'
import { withoutHost } from '../breakout/hosts.ts'
import type { CommandOf, ExpectedPerson } from '../commands.ts'
import { assigned } from '../conduct/assign.ts'
import { unassigned } from '../conduct/conduct.ts'
import type { EventOf, MeetingEvent } from '../events.ts'
import { invariant } from '../invariant.ts'
import { newSeat } from '../presence/evolvePresence.ts'
import { accept, type Decision, type Rejected, reject } from '../rejections.ts'
import { isExpected, isForgotten, withSeat } from '../seats.ts'
import type { RunningMeeting, Seat } from '../state.ts'
import { withEntry } from '../together.ts'
import { findSeatOfPerson } from './findSeatOfPerson.ts'
import { isSamePerson } from './identity.ts'

export function decideExpectPeople(state: RunningMeeting, { people, at }: CommandOf<'ExpectPeople'>): Decision {
  const events: MeetingEvent[] = []
  const participantIds: ParticipantId[] = []
  const listed: ExpectedPerson[] = []
  let seats = state.seats.size
  for (const person of people) {
    const seat = state.seats.get(person.participantId) ?? findSeatOfPerson(state.seats.values(), person.identity)
    const refused = refusal(state, person, seat, listed)
    if (refused) return refused
    // Named once by the seat and once by what is known of it.
    if (seat && participantIds.includes(seat.id))
      return reject('PERSON_LISTED_TWICE', { participantId: person.participantId })
    if (!seat && ++seats > state.settings.maxSeats) return reject('MEETING_FULL')
    const participantId = seat?.id ?? person.participantId
    participantIds.push(participantId)
    listed.push(person)
    events.push(...expected(person, participantId, seat, at))
  }
  return accept(events, { participantIds })
}

export function decideRenewClaim(
  state: RunningMeeting,
  { participantId, claim, at }: CommandOf<'RenewClaim'>,
): Decision {
  const seat = state.seats.get(participantId)
  if (!seat || isForgotten(seat)) return reject('PARTICIPANT_UNKNOWN', { participantId })
  if (isClaimTaken(state, claim.hash, participantId)) return reject('CLAIM_TAKEN', { participantId })
  return accept([{ type: 'ClaimRenewed', participantId, claim, at }])
}

function refusal(
  state: RunningMeeting,
  { participantId, identity, claim, roomId }: ExpectedPerson,
  seat: Seat | undefined,
  listed: readonly ExpectedPerson[],
): Rejected | undefined {
  if (roomId !== undefined) {
    const found = findBreakoutRoom(state, roomId)
    if (!found.ok) return found
  }
  if (seat && isForgotten(seat)) return reject('PARTICIPANT_UNKNOWN', { participantId })
  const twice = listed.find((other) => other.participantId === participantId || isSamePerson(other.identity, identity))
  if (twice) return reject('PERSON_LISTED_TWICE', { participantId })
  const isTaken =
    claim && (isClaimTaken(state, claim.hash, seat?.id) || listed.some((other) => other.claim?.hash === claim.hash))
  return isTaken ? reject('CLAIM_TAKEN', { participantId }) : undefined
}

function isClaimTaken(state: RunningMeeting, hash: string, by: ParticipantId | undefined): boolean {
  return [...state.seats.values()].some((seat) => seat.claim?.hash === hash && seat.id !== by)
}

function expected(
  { displayName, role, identity: listed, withoutPicture, claim, roomId, atOnce }: ExpectedPerson,
  participantId: ParticipantId,
  seat: Seat | undefined,
  at: number,
): readonly MeetingEvent[] {
  const avatar = listed.avatar ?? (withoutPicture ? undefined : seat?.identity.avatar)
  const identity = { ...listed, ...(avatar !== undefined && { avatar }) }
  const prepared: MeetingEvent = {
    type: 'ParticipantExpected',
    participantId,
    displayName,
    role: role ?? seat?.role ?? 'participant',
    identity,
    ...(claim && { claim }),
    at,
  }
  if (roomId === undefined) return [prepared]
  return [prepared, ...assigned(seat ?? { id: participantId, assignment: unassigned }, roomId, at, atOnce === true)]
}

/** Of somebody who has come already, name and role are their own; who they are is brought up to date. */
export function evolveExpected(state: RunningMeeting, event: EventOf<'ParticipantExpected'>): RunningMeeting {
  const { participantId: id, displayName, role, identity, claim, at } = event
  const seat = state.seats.get(id)
  if (seat && !isExpected(seat)) return withSeat(state, id, { identity, ...(claim && { claim }) })
  const order = seat?.order ?? state.seatsMade + 1
  const made: Seat = {
    ...(seat ?? newSeat(id, displayName, role, identity)),
    displayName,
    role,
    identity,
    ...(claim && { claim }),
    order,
    presence: { status: 'expected', since: at },
  }
  return { ...state, seats: withEntry(state.seats, id, made), seatsMade: Math.max(state.seatsMade, order) }
}

export function evolveExpectationDropped(
  state: RunningMeeting,
  { participantId }: EventOf<'ExpectationDropped'>,
): RunningMeeting {
  const seats = new Map(state.seats)
  const seat = seats.get(participantId)
  invariant(seat && isExpected(seat), `seat ${participantId} is not an expected one`)
  seats.delete(participantId)
  return withoutHost({ ...state, seats }, participantId)
}

export function evolveClaim(state: RunningMeeting, event: EventOf<'ClaimRenewed' | 'SeatClaimed'>): RunningMeeting {
  return withSeat(
    state,
    event.participantId,
    event.type === 'ClaimRenewed' ? { claim: event.claim } : { tokenHash: event.tokenHash },
  )
}
