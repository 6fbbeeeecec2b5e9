// SPDX-License-Identifier: Apache-2.0
// How lively each room is, for moderators (SPEC SR): facts only, from which clients tell by themselves how long a room has been quiet. Never content.
import { type ModeratorsPart, mainRoomId, type RoomId } from '@alcove/protocol'
import { type Lately, toLevel } from '../media/loudness.ts'
import { maySend } from '../media/maySend.ts'
import type { Moment } from '../media/moment.ts'
import { remembered } from '../remembered.ts'
import { isActive, isPresent } from '../seats.ts'
import type { RunningMeeting } from '../state.ts'

type ActivityView = Pick<ModeratorsPart, 'levels' | 'lately' | 'spokeAt' | 'togetherSince' | 'microphonesOn'>

/** @param speakers who speaks now, by room: when they did last is told once they stop, so that nothing changes by the second while they speak. */
export function activityView(
  state: RunningMeeting,
  moment: Moment,
  speakers: ModeratorsPart['speakers'],
): ActivityView {
  const spokeAt: Record<RoomId, number> = {}
  for (const [roomId, at] of moment.spokeAt) {
    const isRoom = roomId === mainRoomId || state.rooms.has(roomId)
    if (isRoom && !Object.hasOwn(speakers, roomId)) spokeAt[roomId] = at
  }
  return {
    levels: levelsOf(moment, speakers),
    lately: latelyView(moment.lately, state.rooms),
    spokeAt,
    togetherSince: togetherSince(state),
    microphonesOn: microphonesOn(state, moment),
  }
}

/** How loud it is where somebody speaks. */
function levelsOf({ loudness }: Moment, speakers: ModeratorsPart['speakers']): ActivityView['levels'] {
  const levels: Record<RoomId, number> = {}
  for (const roomId of Object.keys(speakers) as RoomId[]) levels[roomId] = toLevel(loudness.get(roomId))
  return levels
}

const latelyView = remembered((lately: Lately, rooms: RunningMeeting['rooms']): ActivityView['lately'] => {
  const views: Record<RoomId, Readonly<Record<string, number>>> = {}
  for (const [roomId, steps] of lately)
    if (roomId === mainRoomId || rooms.has(roomId))
      views[roomId] = Object.fromEntries([...steps].map(([step, dbov]) => [`${step}`, toLevel(dbov)]))
  return views
})

/** Since when two people or more are in a room: the second arrival of those who are there. */
function togetherSince(state: RunningMeeting): ActivityView['togetherSince'] {
  const since: Record<RoomId, number> = {}
  const first = new Map<RoomId, number>()
  for (const seat of state.seats.values()) {
    const visit = state.visits.get(seat.id)?.at(-1)
    if (!isActive(seat) || !visit || visit.end) continue
    const { roomId } = seat
    const earliest = first.get(roomId) ?? Number.POSITIVE_INFINITY
    const second = Math.min(since[roomId] ?? Number.POSITIVE_INFINITY, Math.max(earliest, visit.from))
    if (second !== Number.POSITIVE_INFINITY) since[roomId] = second
    first.set(roomId, Math.min(earliest, visit.from))
  }
  return since
}

function microphonesOn(state: RunningMeeting, moment: Moment): ActivityView['microphonesOn'] {
  const counts: Record<RoomId, number> = {}
  for (const seat of state.seats.values()) {
    const isOn = moment.producers.get(seat.id)?.get('microphone')?.paused === false
    if (isOn && isPresent(seat) && maySend(state, seat.id, 'microphone'))
      counts[seat.roomId] = (counts[seat.roomId] ?? 0) + 1
  }
  return counts
}
