// SPDX-License-Identifier: Apache-2.0
// Seating people in rooms by a plan, made by seed (SPEC AA): the rooms that it needs are made, people are assigned and, unless it is held, moved. What it
// changed is kept so that it can be taken back.
import type { RoomGroup, RoomId } from '@alcove/protocol'
import type { CommandOf } from '../commands.ts'
import { assigned, assignedRoomOf } from '../conduct/assign.ts'
import { started } from '../conduct/openAll.ts'
import type { MeetingEvent } from '../events.ts'
import { groupPeople } from '../grouping/groupPeople.ts'
import { accept, type Decision, reject } from '../rejections.ts'
import { isActive, isExpected } from '../seats.ts'
import type { RunningMeeting, Seat } from '../state.ts'
import { type GroupingOrder, type PlanFound, toGroupingTask, toPlan } from './groupingTask.ts'
import type { Reseated } from './plan.ts'
import { roomsMade } from './rooms.ts'

type AutoAssign = Pick<CommandOf<'AutoAssign'>, 'who' | 'seed' | 'hold' | 'wishes'>

export function assignmentOrder({ who, seed, hold = false, wishes = {} }: AutoAssign): GroupingOrder {
  return { who, byAssignment: hold, wishes, rounds: 1, metBefore: [], seed }
}

export function decideAutoAssign(state: RunningMeeting, command: CommandOf<'AutoAssign'>): Decision {
  const { seed, hold = false, at } = command
  const plan = command.plan
    ? { ok: true as const, ...command.plan }
    : planned(state, assignmentOrder(command), command.newRoomIds)
  if (!plan.ok) return plan
  const made = roomsMade(state, plan.newRooms, at)
  if (!made.ok) return made
  const [groups = []] = plan.rounds
  const lost = groups.find(({ roomId }) => !state.rooms.has(roomId) && !plan.newRooms.includes(roomId))
  if (lost) return reject('ROOM_UNKNOWN', { roomId: lost.roomId })
  const seatings = seatingsOf(state, groups)
  const assignments = seatings.flatMap(({ seat, roomId }) => assigned(seat, roomId, at))
  const moves = hold ? [] : moved(seatings, at)
  const changed = reseated(seatings, !hold)
  return accept(
    [
      ...made.events,
      ...(hold
        ? []
        : started(
            [...state.rooms.values()].filter(({ open }) => open),
            at,
          )),
      ...(hold ? [] : plan.newRooms.map((roomId): MeetingEvent => ({ type: 'RoomStarted', roomId, at }))),
      ...assignments,
      ...moves,
      ...(changed.length > 0 ? [{ type: 'PeopleSeated' as const, changed, at }] : []),
    ],
    { seed },
  )
}

/** Plans at once, in this thread: for plans that need no search, and wherever waiting does not matter. */
export function planned(state: RunningMeeting, order: GroupingOrder, newIds: readonly RoomId[] = []): PlanFound {
  const found = toGroupingTask(state, order)
  return found.ok ? toPlan(found, groupPeople(found.task), newIds) : found
}

interface Seating {
  readonly seat: Seat
  readonly roomId: RoomId
}

/** People who left since the plan was made are passed over. */
function seatingsOf({ seats }: RunningMeeting, groups: readonly RoomGroup[]): readonly Seating[] {
  return groups.flatMap(({ roomId, participantIds }) =>
    participantIds.flatMap((id) => {
      const seat = seats.get(id)
      return seat && (isActive(seat) || isExpected(seat)) ? [{ seat, roomId }] : []
    }),
  )
}

function moved(seatings: readonly Seating[], at: number): readonly MeetingEvent[] {
  return seatings
    .filter(({ seat, roomId }) => isActive(seat) && seat.roomId !== roomId)
    .map(({ seat, roomId }) => ({ type: 'ParticipantMoved', participantId: seat.id, toRoomId: roomId, at }))
}

/** How it was before, of those for whom something changes. */
function reseated(seatings: readonly Seating[], isMoving: boolean): readonly Reseated[] {
  return seatings.flatMap(({ seat, roomId }): readonly Reseated[] => {
    const before = assignedRoomOf(seat)
    const isMoved = isMoving && isActive(seat) && seat.roomId !== roomId
    if (before === roomId && !isMoved) return []
    return [
      {
        participantId: seat.id,
        roomId,
        ...(before !== undefined && { assignedBefore: before }),
        ...(isMoved && { movedFrom: seat.roomId }),
      },
    ]
  })
}
