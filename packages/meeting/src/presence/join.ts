// SPDX-License-Identifier: Apache-2.0
// Joining: who takes which seat, and whether they come in or wait (SPEC JO, EP, MK, LO, TK). Knows nothing of connections; secrets come as hashes.
import { mainRoomId, type ParticipantId, type Role } from '@alcove/protocol'
import type { CommandOf, Grant } from '../commands.ts'
import { type Assignment, unassigned } from '../conduct/conduct.ts'
import { type Arrival, arrivalsPlaced } from '../conduct/lateJoin.ts'
import { mustWait, released } from '../door/admission.ts'
import { refusedAtDoor } from '../door/limit.ts'
import type { MeetingEvent } from '../events.ts'
import { evolve } from '../evolve.ts'
import { invariant } from '../invariant.ts'
import { isBarred } from '../moderation/people.ts'
import { accept, type Decision, type Rejected, reject } from '../rejections.ts'
import { roomsDenied } from '../rooms-switch/roomsSwitch.ts'
import { findSeatOfPerson } from '../roster/findSeatOfPerson.ts'
import type { Identity } from '../roster/identity.ts'
import { findSeatByToken, isExpected, isPresent } from '../seats.ts'
import { type MeetingState, newMeeting, type RunningMeeting, type Seat } from '../state.ts'
import { decideReturn, isOfAnother } from './resume.ts'

type Join = CommandOf<'JoinMeeting'>

export function decideJoin(state: MeetingState, command: Join): Decision {
  if (state.status === 'ended') return reject('MEETING_UNKNOWN')
  if (state.status === 'new') return joinFirst(command)
  // The acknowledgement of an earlier join was lost: it is the same person, who keeps the seat (find it with findSeatByToken).
  const known = findSeatByToken(state, command.tokenHash)
  if (known && isOfAnother(known, command.identity?.userId)) return reject('TOKEN_USER_DIFFERENT')
  if (known) return decideReturn(state, known, command)
  const claimed = claimedSeat(state, command)
  if ('ok' in claimed) return claimed
  return claimed.seat && !isExpected(claimed.seat)
    ? takeOver(state, claimed.seat, command)
    : joinRunning(state, command, claimed.seat)
}

function joinFirst(command: Join): Decision {
  const { meetingId, settings, grant, at } = command
  // Whoever holds a link to a prepared meeting must not find themself alone in another one of its name.
  if (command.claimHash !== undefined || command.moderatorKeyHash !== undefined) return reject('MEETING_UNKNOWN')
  if (settings.maxSeats < 1) return reject('MEETING_FULL')
  const role = grant?.role ?? (settings.firstIsModerator ? 'moderator' : 'participant')
  const { participantId, identity } = command
  const made: readonly MeetingEvent[] = [{ type: 'MeetingCreated', meetingId, settings, at }, ...doorSet(command)]
  const state = made.reduce<MeetingState>(evolve, newMeeting)
  invariant(state.status === 'running', 'a meeting that was made does not run')
  const refused = isLetPast(grant) ? undefined : refusedByPassword(state, command)
  if (refused) return refused
  const waits = mustWait(state, { role, admitted: grant?.skipsLobby === true, assignment: unassigned })
  const withoutRooms = grant?.denied?.includes('breakout-rooms') === true
  return accept([
    ...made,
    taken(waits ? 'ParticipantKnocked' : 'ParticipantJoined', command, { participantId, role, identity }),
    ...(withoutRooms ? [{ type: 'RoomsDenied' as const, participantId, at }] : []),
  ])
}

/** Any other token says who somebody is, and not that they may pass. */
function isLetPast(grant: Grant | undefined): boolean {
  return grant?.role === 'moderator' || grant?.skipsLobby === true
}

/** What whoever runs the meeting wants of its door. */
function doorSet({ door = {}, at }: Join): readonly MeetingEvent[] {
  const { lobby, beforeModerator, passwordHash, maxPeople } = door
  return [
    ...(lobby ? [{ type: 'LobbyChanged' as const, lobby, at }] : []),
    ...(beforeModerator === 'wait' ? [{ type: 'BeforeModeratorChanged' as const, beforeModerator, at }] : []),
    ...(passwordHash === undefined ? [] : [{ type: 'PasswordChanged' as const, passwordHash, at }]),
    ...(maxPeople === undefined ? [] : [{ type: 'PeopleLimited' as const, maxPeople, at }]),
  ]
}

/** The seat that the code opens; none when no code was presented. To whoever is known as somebody else it opens nothing. */
function claimedSeat(state: RunningMeeting, { claimHash, identity, at }: Join): { readonly seat?: Seat } | Rejected {
  if (claimHash === undefined) return {}
  const seat = [...state.seats.values()].find(({ claim }) => claim?.hash === claimHash)
  const isKnown = seat && (!isExpected(seat) || seat.identity.userId !== undefined)
  if (!seat || (isKnown && isOfAnother(seat, identity?.userId))) return reject('CLAIM_UNKNOWN')
  if (seat.claim?.expiresAt !== undefined && seat.claim.expiresAt <= at) return reject('CLAIM_EXPIRED')
  if (isPresent(seat)) return reject('CLAIM_USED')
  return { seat }
}

/** The person comes back by the code on another device, or in another browser: the seat is theirs, with another token. */
function takeOver(state: RunningMeeting, seat: Seat, command: Join): Decision {
  const { tokenHash, at } = command
  const back = decideReturn(state, seat, command)
  if (!back.ok) return back
  return accept([{ type: 'SeatClaimed', participantId: seat.id, tokenHash, at }, ...back.events])
}

function joinRunning(state: RunningMeeting, command: Join, claimed: Seat | undefined): Decision {
  const { moderatorKeyHash, grant, identity, at } = command
  const hasKey = moderatorKeyHash !== undefined
  if (hasKey && moderatorKeyHash !== state.door.moderatorKeyHash) return reject('MODERATOR_KEY_WRONG')
  const person = claimed ?? findSeatOfPerson(state.seats.values(), identity)
  if (person && isBarred(state, person.id)) return reject('SEAT_BARRED')
  const expected = person && isExpected(person) ? person : undefined
  const isPrepared = hasKey || expected?.role === 'moderator'
  const role = isPrepared ? 'moderator' : (grant?.role ?? 'participant')
  const isInvited = expected !== undefined || grant?.skipsLobby === true
  const isAsked = !isPrepared && !expected && !isLetPast(grant)
  const refused = refusedAtDoor(state, { role }) ?? (isAsked ? refusedByPassword(state, command) : undefined)
  if (refused) return refused
  if (!expected && state.seats.size >= state.settings.maxSeats) return reject('MEETING_FULL')
  const participantId = expected?.id ?? command.participantId
  invariant(expected || !state.seats.has(participantId), 'a new seat was given an id that is taken')
  const arrival = arrivalOf(participantId, person?.assignment ?? unassigned)
  const waits = mustWait(state, { role, admitted: isInvited, assignment: arrival.assignment })
  const comes = taken(waits ? 'ParticipantKnocked' : 'ParticipantJoined', command, {
    participantId,
    role,
    identity: merged(expected?.identity, identity),
  })
  const assigned = expected ? [] : assignedAs(arrival, at)
  if (waits) return accept([comes, ...assigned])
  // Before anybody is taken on to a room: by then there may be none to which they could go.
  const denied = role === 'moderator' ? roomsDenied(state, participantId, grant, at) : []
  const standing = denied.reduce<MeetingState>(evolve, state)
  invariant(standing.status === 'running', 'a meeting ended by what a token denies')
  const others = role === 'moderator' ? released(standing, { hasModerator: true }, at) : []
  return accept([comes, ...assigned, ...denied, ...arrivalsPlaced(standing, [arrival], at), ...others])
}

/** Owed to whoever comes for the first time, also on a second device. */
function arrivalOf(id: ParticipantId, assignment: Assignment): Arrival {
  const owed = assignment.status === 'none' ? assignment : { ...assignment, owed: true }
  return { id, roomId: mainRoomId, admitted: false, assignment: owed }
}

/** A second device of a person has the assignment of the first. */
function assignedAs({ id, assignment }: Arrival, at: number): readonly MeetingEvent[] {
  if (assignment.status === 'none') return []
  const { roomId, atOnce } = assignment
  return [{ type: 'ParticipantAssigned', participantId: id, roomId, ...(atOnce && { atOnce }), at }]
}

/** What a token says counts before what was prepared. */
function merged(prepared: Identity | undefined, said: Identity | undefined): Identity | undefined {
  if (!prepared || !said) return said ?? prepared
  return { ...prepared, ...said, attributes: { ...prepared.attributes, ...said.attributes } }
}

function refusedByPassword({ door }: RunningMeeting, { password }: Join): Rejected | undefined {
  if (door.password.hash === undefined) return undefined
  if (password === undefined) return reject('PASSWORD_REQUIRED')
  return password.isRight && password.version === door.password.version ? undefined : reject('PASSWORD_WRONG')
}

interface Taken {
  readonly participantId: ParticipantId
  readonly role: Role
  readonly identity: Identity | undefined
}

function taken(
  type: 'ParticipantJoined' | 'ParticipantKnocked',
  { displayName, tokenHash, grant, at }: Join,
  { participantId, role, identity }: Taken,
): MeetingEvent {
  const { denied = [] } = grant ?? {}
  return {
    type,
    participantId,
    displayName,
    role,
    tokenHash,
    ...(identity && { identity }),
    ...(denied.length > 0 && { denied }),
    at,
  }
}
