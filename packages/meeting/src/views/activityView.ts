// SPDX-License-Identifier: Apache-2.0
// How lively each room is, for moderators (SPEC SR): facts only, from which clients tell by themselves how long a room has been quiet. Never content.
import { type ModeratorsPart, mainRoomId, maxLevel, type RoomId } from '@alcove/protocol'
import { maySend } from '../media/maySend.ts'
import type { Moment } from '../media/moment.ts'
import { isActive, isPresent } from '../seats.ts'
import type { RunningMeeting } from '../state.ts'

type ActivityView = Pick<ModeratorsPart, 'levels' | 'spokeAt' | 'togetherSince' | 'microphonesOn'>

/** Soft speech is just above it (the media workers hear nothing below), and each step is louder by the other. */
const softestDbov = -60
const dbPerStep = 5

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
    spokeAt,
    togetherSince: togetherSince(state),
    microphonesOn: microphonesOn(state, moment),
  }
}

/** How loud it is where somebody speaks. Steps, because finer differences would be told each second and seen by nobody. */
function levelsOf({ loudness }: Moment, speakers: ModeratorsPart['speakers']): ActivityView['levels'] {
  const levels: Record<RoomId, number> = {}
  for (const roomId of Object.keys(speakers) as RoomId[]) {
    const steps = Math.ceil(((loudness.get(roomId) ?? softestDbov) - softestDbov) / dbPerStep)
    levels[roomId] = Math.min(maxLevel, Math.max(1, steps))
  }
  return levels
}

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
