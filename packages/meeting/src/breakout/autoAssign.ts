// SPDX-License-Identifier: Apache-2.0
// Seating people in rooms by a plan, made by seed (SPEC AA): the rooms that it needs are made, people are assigned and, unless it is held, moved. What it
// changed is kept so that it can be taken back.
import type { RoomId } from '@alcove/protocol'
import type { CommandOf } from '../commands.ts'
import { started } from '../conduct/openAll.ts'
import type { MeetingEvent } from '../events.ts'
import { groupPeople } from '../grouping/groupPeople.ts'
import { accept, type Decision, reject } from '../rejections.ts'
import type { RunningMeeting } from '../state.ts'
import { type GroupingOrder, type PlanFound, toGroupingTask, toPlan } from './groupingTask.ts'
import { roomsMade } from './rooms.ts'
import { seated, seatingsOf } from './seating.ts'

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
      ...seated(seatingsOf(state, groups), hold, at),
    ],
    { seed },
  )
}

/** Plans at once, in this thread: for plans that need no search, and wherever waiting does not matter. */
export function planned(state: RunningMeeting, order: GroupingOrder, newIds: readonly RoomId[] = []): PlanFound {
  const found = toGroupingTask(state, order)
  return found.ok ? toPlan(found, groupPeople(found.task), newIds) : found
}
