// SPDX-License-Identifier: Apache-2.0
// Who was where, from when to when: one list per seat, derived from the events that place people (SPEC VS). Chat asks it who may read what was
// said in a room; attendance reports it. Places are counted in messages, too, because two things can happen in one millisecond.
import type { ParticipantId, RoomId } from '@alcove/protocol'
import type { MeetingEvent } from '../events.ts'
import { invariant } from '../invariant.ts'
import { isActive } from '../seats.ts'
import type { MeetingState, RunningMeeting, Seat } from '../state.ts'
import { withEntry } from '../together.ts'
import type { Visit } from './visit.ts'

/** Whoever goes to and fro more often loses the oldest: rights to read shrink, they never grow. */
export const maxVisitsPerSeat = 500

/** Brings the visits up to date after an event was applied to everything else. */
export function trackVisits(state: MeetingState, event: MeetingEvent): MeetingState {
  if (state.status !== 'running' || !('participantId' in event)) return state
  const seat = state.seats.get(event.participantId)
  if (!seat || isRecorded(state, seat)) return state
  const { at } = event
  const past = ended(state, state.visits.get(seat.id) ?? [], at)
  const place = placeOf(seat)
  const visits =
    place === undefined ? past : [...past, { roomId: place, from: at, fromSeq: state.chat.sent, spokenMs: 0 }]
  return { ...state, visits: withEntry(state.visits, seat.id, visits.slice(-maxVisitsPerSeat)) }
}

/** Whether the person was in the room when the message with this number was sent. */
export function wasIn(state: RunningMeeting, participantId: ParticipantId, roomId: RoomId, seq: number): boolean {
  const visits = state.visits.get(participantId) ?? []
  return visits.some((visit) => visit.roomId === roomId && visit.fromSeq < seq && (!visit.end || seq <= visit.end.seq))
}

export function assertVisits(state: RunningMeeting): void {
  for (const [id, visits] of state.visits) {
    invariant(state.seats.has(id), `visits of ${id}, who has no seat`)
    invariant(visits.length <= maxVisitsPerSeat, `too many visits of ${id}`)
    invariant(visits.length < 2 || visits.at(-2)?.end, `${id} is in two places`)
  }
  for (const seat of state.seats.values())
    invariant(isRecorded(state, seat), `the visits do not tell where ${seat.id} is`)
}

function isRecorded(state: RunningMeeting, seat: Seat): boolean {
  const last = state.visits.get(seat.id)?.at(-1)
  return (last && !last.end ? last.roomId : undefined) === placeOf(seat)
}

/** Only the last one may be going on. */
function ended(state: RunningMeeting, visits: readonly Visit[], at: number): readonly Visit[] {
  const last = visits.at(-1)
  return last && !last.end ? visits.with(-1, { ...last, end: endOf(state, last.roomId, at) }) : visits
}

function endOf({ chat, rooms }: RunningMeeting, roomId: RoomId, at: number): NonNullable<Visit['end']> {
  const roomName = rooms.get(roomId)?.name
  return { at, seq: chat.sent, ...(roomName === undefined ? {} : { roomName }) }
}

/** Who is gone is nowhere; the room on their seat is only where they would come back to. */
function placeOf(seat: Seat): RoomId | undefined {
  return isActive(seat) ? seat.roomId : undefined
}
