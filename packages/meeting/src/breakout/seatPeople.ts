// SPDX-License-Identifier: Apache-2.0
// Seating people as a moderator lists them, all at once or not at all (SPEC AA13–AA15).
import { mainRoomId, type ParticipantId, type RoomGroup } from '@alcove/protocol'
import type { CommandOf } from '../commands.ts'
import { started } from '../conduct/openAll.ts'
import { mayModerate } from '../permissions/permissions.ts'
import { accept, type Decision, type Rejected, reject } from '../rejections.ts'
import { isActive } from '../seats.ts'
import type { RunningMeeting } from '../state.ts'
import { placesLeft } from './entry.ts'
import type { Room } from './room.ts'
import { isChange, type Seating, seated, seatingsOf } from './seating.ts'

export function decideSeatPeople(state: RunningMeeting, command: CommandOf<'SeatPeople'>): Decision {
  const { groups, hold = false, at } = command
  const lost = groups.find(({ roomId }) => roomId !== mainRoomId && !state.rooms.has(roomId))
  if (lost) return reject('ROOM_UNKNOWN', { roomId: lost.roomId })
  const seatings = seatingsOf(state, withoutRepeats(groups)).filter((seating) => isChange(seating, !hold))
  const refused = hold ? undefined : refusedAsTooMany(state, seatings)
  if (refused) return refused
  const used = new Set(seatings.map(({ roomId }) => roomId))
  const open = [...state.rooms.values()].filter((room) => room.open && used.has(room.id))
  return accept([...(hold ? [] : started(open, at)), ...seated(seatings, hold, at)])
}

/** Who is listed more than once counts where they are listed last. */
function withoutRepeats(groups: readonly RoomGroup[]): readonly RoomGroup[] {
  const places = new Map<ParticipantId, number>()
  for (const [place, { participantIds }] of groups.entries()) for (const id of participantIds) places.set(id, place)
  return groups.map(({ roomId, participantIds }, place) => ({
    roomId,
    participantIds: [...new Set(participantIds)].filter((id) => places.get(id) === place),
  }))
}

/** Who goes makes place for who comes. */
function refusedAsTooMany(state: RunningMeeting, seatings: readonly Seating[]): Rejected | undefined {
  const going = seatings.filter(
    ({ seat, roomId }) => isActive(seat) && !mayModerate(seat.role) && seat.roomId !== roomId,
  )
  const isOver = (room: Room) => {
    const coming = going.filter(({ roomId }) => roomId === room.id).length
    const leaving = going.filter(({ seat }) => seat.roomId === room.id).length
    return coming > leaving && coming - leaving > placesLeft(state, room)
  }
  const full = [...state.rooms.values()].find((room) => room.capacity !== undefined && isOver(room))
  return (
    full && reject('ROOM_FULL', { roomId: full.id, ...(full.capacity !== undefined && { capacity: full.capacity }) })
  )
}
