// SPDX-License-Identifier: Apache-2.0
// Assigning people to rooms without moving them (SPEC RU): where a person should be is kept apart from where they are.
import type { ParticipantId, RoomId } from '@alcove/protocol'
import { findBreakoutRoom } from '../breakout/findRoom.ts'
import type { CommandOf } from '../commands.ts'
import type { EventOf, MeetingEvent } from '../events.ts'
import { accept, type Decision, reject } from '../rejections.ts'
import { isAround, isExpected, withSeat } from '../seats.ts'
import type { RunningMeeting, Seat } from '../state.ts'
import { together, withEntry } from '../together.ts'
import { type Assignment, unassigned } from './conduct.ts'

export function decideAssign(state: RunningMeeting, command: CommandOf<'AssignParticipant'>): Decision {
  const { participantId, roomId, at } = command
  const seat = state.seats.get(participantId)
  if (!seat || !(isAround(seat) || isExpected(seat))) return reject('PARTICIPANT_UNKNOWN', { participantId })
  if (roomId === undefined) {
    return accept(seat.assignment.status === 'none' ? [] : [{ type: 'ParticipantUnassigned', participantId, at }])
  }
  const found = findBreakoutRoom(state, roomId)
  return found.ok ? accept(assigned(seat, roomId, at)) : found
}

/** The event by which somebody is assigned; none when they are already. What was said of going there at once holds unless something else is said. */
export function assigned(
  seat: Pick<Seat, 'id' | 'assignment'>,
  roomId: RoomId,
  at: number,
  said?: boolean,
): readonly MeetingEvent[] {
  const isSameRoom = assignedRoomOf(seat) === roomId
  const atOnce = said ?? (isSameRoom && isAtOnce(seat))
  if (isSameRoom && isAtOnce(seat) === atOnce) return []
  return [{ type: 'ParticipantAssigned', participantId: seat.id, roomId, ...(atOnce && { atOnce }), at }]
}

export function assignedRoomOf({ assignment }: Pick<Seat, 'assignment'>): RoomId | undefined {
  return assignment.status === 'assigned' ? assignment.roomId : undefined
}

function isAtOnce({ assignment }: Pick<Seat, 'assignment'>): boolean {
  return assignment.status === 'assigned' && assignment.atOnce === true
}

export function evolveAssignment(
  state: RunningMeeting,
  event: EventOf<'ParticipantAssigned' | 'ParticipantUnassigned'>,
): RunningMeeting {
  const assignment: Assignment =
    event.type === 'ParticipantAssigned'
      ? { status: 'assigned', roomId: event.roomId, owed: true, ...(event.atOnce && { atOnce: true as const }) }
      : unassigned
  return withSeat(state, event.participantId, { assignment })
}

/** What remains of an assignment once the person was placed somewhere. */
export function placed(assignment: Assignment): Assignment {
  return assignment.status === 'assigned' && assignment.owed ? { ...assignment, owed: false } : assignment
}

/** Changes the assignment of all who are assigned to a room; when there are none, the seats keep their identity. */
export function withAssignmentsTo(
  seats: ReadonlyMap<ParticipantId, Seat>,
  roomId: RoomId,
  change: (assignment: Assignment) => Assignment,
): ReadonlyMap<ParticipantId, Seat> {
  const theirs = [...seats.values()].filter((seat) => assignedRoomOf(seat) === roomId)
  return together(() =>
    theirs.reduce(
      (changed, seat) => withEntry(changed, seat.id, { ...seat, assignment: change(seat.assignment) }),
      seats,
    ),
  )
}
