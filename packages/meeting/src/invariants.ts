// SPDX-License-Identifier: Apache-2.0
// What must always hold of a meeting's state. A failure is a bug of ours: it throws, and nothing is appended. Costs O(seats + rooms).
import { mainRoomId, maxGlances, operator } from '@alcove/protocol'
import { assertAnnouncements } from './announcements/announce.ts'
import type { Room } from './breakout/room.ts'
import { assertChat } from './chat/chat.ts'
import { assignedRoomOf } from './conduct/assign.ts'
import { assertHands } from './hands/hands.ts'
import { assertHelp } from './help/evolveHelp.ts'
import { invariant } from './invariant.ts'
import { isNothing } from './moderation/people.ts'
import { maxOnPodium } from './podium/podiumState.ts'
import { assertRounds } from './rounds/heldRounds.ts'
import { hasNoModerator, isActive, isExpected, isForgotten, isPresent } from './seats.ts'
import { type MeetingState, maxOutcomesOf, type RunningMeeting } from './state.ts'
import { assertVisits } from './visits/visits.ts'

/** @throws InvariantError when the state breaks a rule that no history may break. */
export function assertInvariants(state: MeetingState): void {
  if (state.status !== 'running') return
  assertRooms(state)
  assertSeats(state)
  assertOutcomes(state)
  assertVisits(state)
  assertChat(state)
  assertModeration(state)
  assertAnnouncements(state)
  assertHands(state)
  assertHelp(state)
  assertRounds(state)
  assertPodium(state)
  assertGlances(state)
  invariant(
    hasNoModerator(state.seats.values()) === (state.withoutModeratorSince !== undefined),
    'withoutModeratorSince does not tell whether people are here without a moderator',
  )
}

function assertRooms(state: RunningMeeting): void {
  invariant(state.rooms.size <= state.settings.maxRooms, 'more rooms than allowed')
  let lastOrder = 0
  for (const [id, room] of state.rooms) {
    invariant(room.id === id, `room ${room.id} is kept under ${id}`)
    invariant(id !== mainRoomId, 'the main room is listed as a breakout room')
    assertDoor(state, room)
    invariant(room.open || !room.underWay, `room ${id} is under way and closed`)
    invariant(room.order > lastOrder && room.order <= state.roomsMade, `room ${id} is out of order`)
    lastOrder = room.order
  }
}

function assertDoor(state: RunningMeeting, room: Room): void {
  const { id, pastLock, pastPassword, hosts, knocks, locked, password } = room
  invariant(locked || pastLock.length === 0, `people are past the lock of room ${id}, which has none`)
  invariant(
    password.hash !== undefined || pastPassword.length === 0,
    `people are past the password of room ${id}, which has none`,
  )
  invariant(
    (locked && room.open) || knocks.length === 0,
    `somebody knocks at room ${id}, which is not locked or is closed`,
  )
  for (const lists of [pastLock, pastPassword, hosts])
    invariant(
      lists.every((one) => state.seats.has(one)),
      `room ${id} names people without a seat`,
    )
  for (const { participantId } of knocks) {
    const seat = state.seats.get(participantId)
    invariant(seat && isActive(seat) && seat.roomId !== id, `${participantId} knocks at room ${id} and is not outside`)
  }
}

function assertSeats(state: RunningMeeting): void {
  invariant(state.seats.size <= state.seatsMade, 'more seats than were made')
  invariant(state.seats.size <= state.settings.maxSeats, 'more seats than allowed')
  const tokens = new Set<string>()
  const claims = new Set<string>()
  let taken = 0
  let claimed = 0
  let lastOrder = 0
  for (const [id, seat] of state.seats) {
    invariant(seat.id === id, `seat ${seat.id} is kept under ${id}`)
    invariant(
      seat.roomId === mainRoomId || state.rooms.has(seat.roomId),
      `seat ${id} is in room ${seat.roomId}, which does not exist`,
    )
    const assignedTo = assignedRoomOf(seat)
    invariant(assignedTo === undefined || state.rooms.has(assignedTo), `seat ${id} is assigned to no room`)
    invariant(seat.order > lastOrder && seat.order <= state.seatsMade, `seat ${id} is out of order`)
    lastOrder = seat.order
    const isNobodys = isExpected(seat) || isForgotten(seat)
    invariant((seat.tokenHash === undefined) === isNobodys, `seat ${id} has no token, or one that nobody holds`)
    invariant(seat.admitted ? !isExpected(seat) : !isActive(seat), `${id} is in the meeting and was never let in`)
    if (seat.tokenHash !== undefined) tokens.add(seat.tokenHash)
    if (seat.claim) claims.add(seat.claim.hash)
    taken += seat.tokenHash === undefined ? 0 : 1
    claimed += seat.claim ? 1 : 0
  }
  invariant(tokens.size === taken, 'two seats answer to one token')
  invariant(claims.size === claimed, 'two seats answer to one code')
}

function assertOutcomes(state: RunningMeeting): void {
  for (const [by, outcomes] of state.outcomes) {
    invariant(by === operator || state.seats.has(by), `outcomes of ${by}, who has no seat`)
    invariant(outcomes.length <= maxOutcomesOf(by), `too many outcomes of ${by}`)
  }
}

function assertModeration(state: RunningMeeting): void {
  const { mustAsk, people } = state.moderation
  for (const [id, person] of people) {
    const seat = state.seats.get(id)
    invariant(seat, `moderation of ${id}, who has no seat`)
    invariant(!isNothing(person), `nothing is laid down of ${id}, and it is kept`)
    invariant(!(person.barred && isActive(seat)), `${id} is barred and here`)
    invariant(
      [...person.allowed, ...person.asking].every((kind) => mustAsk.includes(kind)),
      `${id} is allowed, or asks for, what nobody has to ask for`,
    )
  }
}

function assertPodium(state: RunningMeeting): void {
  invariant(state.podium.size <= maxOnPodium, 'too many on the podium')
  for (const [id, rooms] of state.podium) {
    const seat = state.seats.get(id)
    invariant(isPresent(seat) && seat.role === 'moderator', `${id} is on the podium and not here as a moderator`)
    invariant(rooms.length > 0, `${id} is on the podium of no room`)
    invariant(
      rooms === 'all' || rooms.every((roomId) => roomId === mainRoomId || state.rooms.has(roomId)),
      `${id} is on the podium of a room that does not exist`,
    )
  }
}

function assertGlances({ glance, seats, rooms }: RunningMeeting): void {
  for (const [id, glances] of glance.lookers) {
    const seat = seats.get(id)
    invariant(glance.allowed, `${id} looks into a room, which the meeting does not allow`)
    invariant(isPresent(seat) && seat.role === 'moderator', `${id} looks into a room and is not here as a moderator`)
    invariant(glances.length > 0 && glances.length <= maxGlances, `${id} looks into no room, or into too many`)
    const into = new Set(glances.map(({ roomId }) => roomId))
    invariant(
      into.size === glances.length && !into.has(seat.roomId),
      `${id} looks into one room twice, or into their own`,
    )
    invariant(
      [...into].every((roomId) => roomId === mainRoomId || rooms.has(roomId)),
      `${id} looks into a room that does not exist`,
    )
  }
}
