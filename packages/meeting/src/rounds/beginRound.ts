// SPDX-License-Identifier: Apache-2.0
// What the beginning of a round does, all in one commit (SPEC RD): its rooms are open and under way, others that were are closed, everybody is assigned and
// goes to their room, its time begins.
import { mainRoomId, type ParticipantId, type RoomId } from '@alcove/protocol'
import type { Room } from '../breakout/room.ts'
import { assignedRoomOf } from '../conduct/assign.ts'
import { started } from '../conduct/openAll.ts'
import type { MeetingEvent } from '../events.ts'
import { isActive } from '../seats.ts'
import type { RunningMeeting, Seat } from '../state.ts'
import { roundEnded } from './heldRounds.ts'
import { nextRound, type Round } from './roundsState.ts'

/** Nothing when no round is waiting any more. */
export function nextRoundBegun(state: RunningMeeting, at: number): readonly MeetingEvent[] {
  const round = nextRound(state.rounds)
  if (!round) return []
  const used = [...state.rooms.values()].filter(({ id }) => round.groups.some(({ roomId }) => roomId === id))
  const unused = [...state.rooms.values()].filter((room) => room.underWay && !used.includes(room))
  const targets = targetsOf(state, round)
  const opened = used
    .filter(({ open }) => !open)
    .map(({ id }): MeetingEvent => ({ type: 'RoomOpened', roomId: id, at }))
  return [
    ...roundEnded(state, at),
    ...opened,
    ...started(used, at),
    ...[...state.seats.values()].flatMap((seat) => seatedIn(seat, targets.get(seat.id), unused, at)),
    ...unused.map(({ id }): MeetingEvent => ({ type: 'RoomClosed', roomId: id, at })),
    ...timed(state, round, at),
    { type: 'RoundStarted', roundId: round.id, at },
  ]
}

/** The room of everybody whom the round, or else the rule for newcomers, seats. */
function targetsOf({ seats, rooms, conduct }: RunningMeeting, { groups }: Round): ReadonlyMap<ParticipantId, RoomId> {
  const targets = new Map<ParticipantId, RoomId>()
  for (const { roomId, participantIds } of groups) for (const id of participantIds) targets.set(id, roomId)
  if (conduct.lateJoin !== 'fewest') return targets
  const filling = groups.map(({ roomId, participantIds }) => {
    const here = participantIds.flatMap((id) => seats.get(id) ?? []).filter(isActive)
    const places = (rooms.get(roomId)?.capacity ?? Number.POSITIVE_INFINITY) - here.filter(takesPlace).length
    return { roomId, size: here.length, places }
  })
  for (const seat of seats.values()) {
    if (targets.has(seat.id) || !takesPlace(seat) || !isActive(seat)) continue
    const [first, ...others] = filling.filter(({ places }) => places > 0)
    if (!first) break
    const smallest = others.reduce((best, room) => (room.size < best.size ? room : best), first)
    targets.set(seat.id, smallest.roomId)
    smallest.size += 1
    smallest.places -= 1
  }
  return targets
}

/** Moderators go where they want to help, whatever the number. */
function takesPlace({ role }: Seat): boolean {
  return role !== 'moderator'
}

function seatedIn(
  seat: Seat,
  target: RoomId | undefined,
  unused: readonly Room[],
  at: number,
): readonly MeetingEvent[] {
  const participantId = seat.id
  const assignedTo = assignedRoomOf(seat)
  if (target !== undefined) {
    const assigned = { type: 'ParticipantAssigned' as const, participantId, roomId: target, at }
    // Who is not here is owed the way once more, also to the room where they belonged before, and is left in no room that closes.
    if (!isActive(seat)) {
      const isShutOut = unused.some(({ id }) => id === seat.roomId)
      return [
        ...(isShutOut ? [{ type: 'ParticipantMoved' as const, participantId, toRoomId: mainRoomId, at }] : []),
        assigned,
      ]
    }
    return [
      ...(assignedTo !== target ? [assigned] : []),
      ...(seat.roomId !== target ? [{ type: 'ParticipantMoved' as const, participantId, toRoomId: target, at }] : []),
    ]
  }
  // Moderators are where they want to be, but for a room that closes.
  const isLeft = seat.role === 'moderator'
  const isMoved = seat.roomId !== mainRoomId && (!isLeft || unused.some(({ id }) => id === seat.roomId))
  return [
    ...(assignedTo !== undefined && !isLeft ? [{ type: 'ParticipantUnassigned' as const, participantId, at }] : []),
    ...(isMoved ? [{ type: 'ParticipantMoved' as const, participantId, toRoomId: mainRoomId, at }] : []),
  ]
}

function timed({ conduct }: RunningMeeting, { durationMs }: Round, at: number): readonly MeetingEvent[] {
  if (durationMs !== undefined) return [{ type: 'TimerStarted', endsAt: at + durationMs, atEnd: 'bring-back', at }]
  return conduct.timer.status === 'off' ? [] : [{ type: 'TimerStopped', at }]
}
