// SPDX-License-Identifier: Apache-2.0
// What JaaS tells of rooms and people: who comes and goes where, rooms that come alive and die, roles, use. Compares the meeting before and after an
// event, so that every way of moving somebody is told alike.
import { isActive, isWaiting, type MeetingEvent, type MeetingState, type Seat } from '@alcove/meeting'
import { mainRoomId, operator, type ParticipantId, type RoomId } from '@alcove/protocol'
import type { Step } from './follow.ts'
import { type Context, type Data, personFields, roomFields, type Told, whoFields } from './payloads.ts'

/** In the order in which it is to be told: leaving before dying rooms, living rooms before coming. */
export function peopleEvents(step: Step, context: Context): readonly Told[] {
  const { before, event, after } = step
  const changes = changedSeats(before.state, after.state)
  const left = changes.flatMap((change) => leaving(change, event, context))
  const joined = changes.flatMap((change) => coming(change, context))
  const [died, born] = livesOfRooms(step, changes, context)
  return [
    ...left,
    ...speaking(step, context),
    ...died,
    ...born,
    ...joined,
    ...use(step, changes, context),
    ...roleChange(step, context),
  ]
}

interface SeatChange {
  readonly was: Seat | undefined
  readonly is: Seat | undefined
}

function seatsOf(state: MeetingState): ReadonlyMap<ParticipantId, Seat> {
  return state.status === 'running' ? state.seats : new Map()
}

function changedSeats(before: MeetingState, after: MeetingState): readonly SeatChange[] {
  const [was, is] = [seatsOf(before), seatsOf(after)]
  if (was === is) return []
  const ids = new Set([...was.keys(), ...is.keys()])
  return [...ids].map((id) => ({ was: was.get(id), is: is.get(id) })).filter((change) => change.was !== change.is)
}

/** Where somebody is seen; nobody is seen in two places. */
function placeOf(seat: Seat | undefined): RoomId | 'lobby' | undefined {
  if (!seat) return undefined
  if (isWaiting(seat)) return 'lobby'
  return isActive(seat) ? seat.roomId : undefined
}

function leaving({ was, is }: SeatChange, event: MeetingEvent, context: Context): readonly Told[] {
  const [from, to] = [placeOf(was), placeOf(is)]
  if (!was || from === undefined || from === to) return []
  const person = personFields(was, context)
  if (from === 'lobby') {
    const disconnectReason = event.type === 'ParticipantRemoved' ? 'kicked' : 'left'
    return [{ eventType: 'PARTICIPANT_LEFT_LOBBY', data: { ...person, disconnectReason } }]
  }
  const disconnectReason = to === undefined || to === 'lobby' ? reasonOf(event) : 'switch_room'
  return [{ eventType: 'PARTICIPANT_LEFT', data: { ...person, ...roomFields(from), disconnectReason } }]
}

function coming({ was, is }: SeatChange, context: Context): readonly Told[] {
  const [from, to] = [placeOf(was), placeOf(is)]
  if (!is || to === undefined || from === to) return []
  const person = personFields(is, context)
  if (to === 'lobby') return [{ eventType: 'PARTICIPANT_JOINED_LOBBY', data: person }]
  return [{ eventType: 'PARTICIPANT_JOINED', data: { ...person, ...roomFields(to) } }]
}

function reasonOf({ type }: MeetingEvent): string {
  if (type === 'ParticipantRemoved') return 'kicked'
  return type === 'ParticipantGone' ? 'unknown' : 'left'
}

/** The meeting lives while somebody is in any room of it, a breakout room while somebody is inside. */
function livesOfRooms({ before, after }: Step, changes: readonly SeatChange[], { names }: Context) {
  const told = (eventType: string, roomId: RoomId): Told => ({
    eventType,
    data: { conference: names.conference, ...roomFields(roomId) },
  })
  const touched = new Set(changes.flatMap(({ was, is }) => [placeOf(was), placeOf(is)]).filter(isBreakout))
  const [wasLive, isLive] = [liveRooms(before.state, touched), liveRooms(after.state, touched)]
  const died = [...wasLive].filter((roomId) => !isLive.has(roomId)).map((roomId) => told('ROOM_DESTROYED', roomId))
  const born = [...isLive].filter((roomId) => !wasLive.has(roomId)).map((roomId) => told('ROOM_CREATED', roomId))
  if (before.isLive && !after.isLive) died.push(told('ROOM_DESTROYED', mainRoomId))
  if (after.isLive && !before.isLive) born.unshift(told('ROOM_CREATED', mainRoomId))
  return [died, born] as const
}

function isBreakout(place: RoomId | 'lobby' | undefined): place is RoomId {
  return place !== undefined && place !== 'lobby' && place !== mainRoomId
}

function liveRooms(state: MeetingState, among: ReadonlySet<RoomId>): ReadonlySet<RoomId> {
  if (among.size === 0) return among
  const live = [...seatsOf(state).values()].filter(isActive).map(({ roomId }) => roomId)
  return new Set(live.filter((roomId) => among.has(roomId)))
}

/** Who spoke how long, once nobody is there any more; nothing where nobody spoke. */
function speaking({ before, after }: Step, { names }: Context): readonly Told[] {
  const { state, isLive, sessionSince } = before
  if (!isLive || after.isLive || state.status !== 'running') return []
  const spoken = [...state.seats.values()].flatMap((seat): [string, Data][] => {
    const visits = state.visits.get(seat.id) ?? []
    const inSession = visits.filter(({ end }) => end === undefined || end.at >= sessionSince)
    const time = inSession.reduce((sum, { spokenMs }) => sum + spokenMs, 0)
    const { userId: id = '', email = '' } = seat.identity
    return time === 0 ? [] : [[`${names.conference}/${seat.id}`, { time, id, name: seat.displayName, email }]]
  })
  return spoken.length === 0 ? [] : [{ eventType: 'SPEAKER_STATS', data: Object.fromEntries(spoken) }]
}

/** Told when a second person comes, of both, then of each who comes. */
function use({ before, after }: Step, changes: readonly SeatChange[], context: Context): readonly Told[] {
  const newcomers = changes.filter(({ was, is }) => is && isActive(is) && !(was && isActive(was)))
  if (newcomers.length === 0) return []
  const there = [...seatsOf(before.state).values()].filter(isActive)
  const now = [...seatsOf(after.state).values()].filter(isActive)
  if (now.length < 2) return []
  const told = there.length < 2 ? now : newcomers.flatMap(({ is }) => (is ? [is] : []))
  return [{ eventType: 'USAGE', data: told.map((seat) => usageOf(seat, context)) }]
}

function usageOf(seat: Seat, { names }: Context): Data {
  const { userId = '', email = '' } = seat.identity
  return {
    customerId: names.customerId,
    deviceId: seat.id,
    email,
    kid: '',
    userId,
    callDirection: '',
    participantId: seat.id,
  }
}

function roleChange({ event, after }: Step, { naming }: Context): readonly Told[] {
  if (event.type !== 'RoleChanged' || after.state.status !== 'running') return []
  const grantedTo = whoFields(event.participantId, naming)
  // Roles that pass on by themselves are nobody's gift, and the operator is nobody in the meeting.
  const { by } = event
  const grantedBy = by === undefined || by === operator ? {} : whoFields(by, naming)
  return [{ eventType: 'ROLE_CHANGED', data: { role: event.role, grantedTo, grantedBy } }]
}
