// SPDX-License-Identifier: Apache-2.0
// View model of running the rooms: what opening all would do, what the timer says, whether a room is to be chosen. Pure.
import type { MeetingView } from '@alcove/client'
import { type LateJoin, mainRoomId, type ParticipantId, type RoomId, type TimerView } from '@alcove/protocol'
import { toDoor } from '../doors/doorModel.ts'

export interface RunningModel {
  readonly timer: TimerView | undefined
  readonly lateJoin: LateJoin
  /** People whom opening all would take to another room. */
  readonly goingCount: number
  /** People in the main room who are not moderators and are assigned to none. */
  readonly unassignedCount: number
  /** Opening all would open a room or move somebody. */
  readonly canOpenAll: boolean
}

export function toRunningModel(view: MeetingView): RunningModel {
  const { meeting } = view
  const assignments = view.moderators?.assignments ?? {}
  const people = Object.entries(meeting.people)
  const assignedOf = (id: string) => assignments[id as ParticipantId]
  const going = people.filter(([id, person]) => (assignedOf(id) ?? person.roomId) !== person.roomId)
  const unassigned = people.filter(
    ([id, { role, roomId }]) => role !== 'moderator' && roomId === mainRoomId && assignedOf(id) === undefined,
  )
  return {
    timer: meeting.timer,
    lateJoin: meeting.lateJoin,
    goingCount: going.length,
    unassignedCount: unassigned.length,
    canOpenAll: going.length > 0 || Object.values(meeting.rooms).some((room) => !room.open || !room.underWay),
  }
}

export interface RoomChoice {
  readonly roomId: RoomId
  readonly name: string
  readonly index: number
  readonly peopleCount: number
}

/** The rooms to choose from, for who is in the main room while rooms are under way and may go to one; none otherwise. Whatever asks or is full is no choice. */
export function toRoomChoices(view: MeetingView, roomIds: readonly RoomId[]): readonly RoomChoice[] {
  const { meeting, self } = view
  const isAsked = meeting.lateJoin === 'choose' && view.room.roomId === mainRoomId
  if (!isAsked || self.can.moderate || !self.can.enterRooms) return []
  const places = Object.values(meeting.people).map(({ roomId }) => roomId)
  return roomIds.flatMap((roomId) => {
    const room = meeting.rooms[roomId]
    if (!room?.underWay || toDoor(view, roomId, true).wayIn !== 'join') return []
    // Its colour and shape stay when rooms before it go.
    const index = room.number - 1
    return [{ roomId, name: room.name, index, peopleCount: places.filter((place) => place === roomId).length }]
  })
}
