// SPDX-License-Identifier: Apache-2.0
// From a meeting and what is wished to a task for the planner, and from its answer to a plan of rooms (SPEC AA, RD). The planner may run anywhere and later;
// whoever carries the plan out checks it against the meeting as it is by then.
import {
  type GroupedPeople,
  type GroupingWishes,
  mainRoomId,
  type ParticipantId,
  type RoomGroup,
  type RoomId,
} from '@alcove/protocol'
import { assignedRoomOf } from '../conduct/assign.ts'
import type { Grouped, GroupingPerson, GroupingProblem, GroupingTask, Pair } from '../grouping/task.ts'
import { type Rejected, reject } from '../rejections.ts'
import { isActive, isExpected } from '../seats.ts'
import type { RunningMeeting, Seat } from '../state.ts'
import type { GroupingPlan } from './plan.ts'

/** Who is to be put where. */
export interface GroupingOrder {
  readonly who: GroupedPeople
  /** Those who are not meant count where they are assigned, not only where they are. */
  readonly byAssignment: boolean
  readonly wishes: GroupingWishes
  readonly rounds: number
  readonly metBefore: readonly Pair[]
  readonly seed: number
}

/** Rooms by their ids, and how many have to be made on top. */
export interface Rooms {
  readonly roomIds: readonly RoomId[]
  readonly missing: number
}

export type TaskFound = ({ readonly ok: true; readonly task: GroupingTask } & Rooms) | Rejected

export type PlanFound = ({ readonly ok: true } & GroupingPlan) | Rejected

/** Moderators are spread by a trait that no attribute can be named like. */
const rank = ''

export function toGroupingTask(state: RunningMeeting, order: GroupingOrder): TaskFound {
  const { wishes, who, rounds, metBefore, seed } = order
  const stranger = [...(wishes.together ?? []), ...(wishes.apart ?? [])].flat().find((id) => !state.seats.has(id))
  if (stranger !== undefined) return reject('PARTICIPANT_UNKNOWN', { participantId: stranger })
  const everybody = [...state.seats.values()].filter((seat) => isGrouped(seat, wishes))
  const isMeant = (seat: Seat) => who === 'everybody' || isOf(seat, who)
  const counted = everybody.filter((seat) => isMeant(seat) || placeOf(seat, order) !== mainRoomId)
  const rooms = roomsFor(state, wishes.into, counted.length)
  if (!rooms.ok) return rooms
  const people = counted.flatMap((seat): readonly GroupingPerson[] => {
    const attributes = { ...seat.identity.attributes, ...(seat.role === 'moderator' && { [rank]: 'moderator' }) }
    if (isMeant(seat)) return [{ id: seat.id, attributes }]
    const staysIn = rooms.roomIds.indexOf(placeOf(seat, order))
    return staysIn === -1 ? [] : [{ id: seat.id, attributes, staysIn }]
  })
  const criteria: GroupingTask['criteria'] = [
    ...(wishes.moderators === 'spread' ? [{ attribute: rank, how: 'spread' as const }] : []),
    ...(wishes.attribute ? [{ attribute: wishes.attribute.name, how: wishes.attribute.how }] : []),
  ]
  return {
    ok: true,
    roomIds: rooms.roomIds,
    missing: rooms.missing,
    task: {
      people,
      groups: [
        ...rooms.roomIds.map((roomId, place) => placesIn(state, roomId, staying(people, place))),
        ...Array.from({ length: rooms.missing }, () => ({})),
      ],
      rounds,
      criteria,
      keepTogether: (wishes.together ?? []).flatMap(pairsOf),
      keepApart: (wishes.apart ?? []).flatMap(pairsOf),
      metBefore,
      seed,
    },
  }
}

/** The groups as rooms, without those who only counted; `newIds` has an id for each room that is missing. */
export function toPlan(
  { task, roomIds, missing }: Extract<TaskFound, { ok: true }>,
  grouped: Grouped,
  newIds: readonly RoomId[],
): PlanFound {
  if (!grouped.ok) return rejectProblem(grouped.problem)
  const staying = new Set(task.people.filter(({ staysIn }) => staysIn !== undefined).map(({ id }) => id))
  const newRooms = newIds.slice(0, missing)
  const ids = [...roomIds, ...newRooms]
  const rounds = grouped.rounds.map((groups) =>
    groups.flatMap((people, group): readonly RoomGroup[] => {
      const roomId = ids[group]
      return roomId === undefined ? [] : [{ roomId, participantIds: people.filter((id) => !staying.has(id)) }]
    }),
  )
  return { ok: true, rounds, newRooms, repeats: grouped.repeats }
}

export function pairsOf(people: readonly ParticipantId[]): readonly Pair[] {
  return people.flatMap((a, place) => people.slice(0, place).map((b): Pair => [b, a]))
}

function roomsFor(
  state: RunningMeeting,
  into: GroupingWishes['into'],
  people: number,
): ({ readonly ok: true } & Rooms) | Rejected {
  const existing = [...state.rooms.keys()]
  if (into === undefined)
    return existing.length === 0 ? reject('ROOM_NONE') : { ok: true, roomIds: existing, missing: 0 }
  if ('roomIds' in into) {
    const unknown = into.roomIds.find((roomId) => !state.rooms.has(roomId))
    if (unknown === mainRoomId) return reject('ROOM_IS_MAIN')
    if (unknown !== undefined) return reject('ROOM_UNKNOWN', { roomId: unknown })
    return { ok: true, roomIds: existing.filter((roomId) => into.roomIds.includes(roomId)), missing: 0 }
  }
  const wanted = 'rooms' in into ? into.rooms : Math.max(1, Math.ceil(people / into.size))
  if (wanted > state.settings.maxRooms) return reject('ROOM_LIMIT_REACHED')
  return { ok: true, roomIds: existing.slice(0, wanted), missing: Math.max(0, wanted - existing.length) }
}

/** A room that is overfull already has no place more, and nobody has to go. */
function placesIn({ rooms }: RunningMeeting, roomId: RoomId, taken: number): GroupingTask['groups'][number] {
  const capacity = rooms.get(roomId)?.capacity
  return capacity === undefined ? {} : { capacity: Math.max(capacity, taken) }
}

function staying(people: readonly GroupingPerson[], place: number): number {
  return people.filter(({ staysIn }) => staysIn === place).length
}

function isGrouped(seat: Seat, { moderators, expected }: GroupingWishes): boolean {
  const isMeant = isActive(seat) || (expected === true && isExpected(seat))
  return isMeant && (seat.role !== 'moderator' || moderators === 'spread')
}

function isOf(seat: Seat, who: Exclude<GroupedPeople, 'everybody'>): boolean {
  return who === 'main-room' ? seat.roomId === mainRoomId : assignedRoomOf(seat) === undefined
}

function placeOf(seat: Seat, { byAssignment }: GroupingOrder): RoomId {
  return (byAssignment ? assignedRoomOf(seat) : undefined) ?? seat.roomId
}

export function rejectProblem(problem: GroupingProblem): Rejected {
  switch (problem.constraint) {
    case 'contradiction':
    case 'combination':
      return reject('GROUPING_IMPOSSIBLE', { constraint: problem.constraint, people: problem.people.join(' ') })
    case 'together':
      return reject('GROUPING_IMPOSSIBLE', {
        constraint: 'together',
        people: problem.people.join(' '),
        needed: problem.people.length,
        available: problem.most,
      })
    case 'capacity':
      return reject('ROOM_FULL', { people: problem.people, places: problem.most })
    case 'apart':
      return reject('GROUPING_IMPOSSIBLE', {
        constraint: 'apart',
        people: problem.people.join(' '),
        needed: problem.people.length,
        available: problem.groups,
      })
  }
}
