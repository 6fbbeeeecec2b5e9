// SPDX-License-Identifier: Apache-2.0
// From state and moment to the parts of what people see (SPEC VI). Every fact is in exactly one part; nothing here knows who is connected.
import {
  type MediaView,
  type MeetingPart,
  type ModeratorsPart,
  mainRoomId,
  type ParticipantId,
  type PartKey,
  type PersonView,
  type RoomId,
  type RoomPart,
  type RoomView,
  roomPartKey,
  type SelfPart,
  type Source,
  type TrackState,
} from '@alcove/protocol'
import { announcementView } from '../announcements/announcementView.ts'
import { isWelcome } from '../breakout/entry.ts'
import { isHostHere } from '../breakout/hosts.ts'
import { knocksByRoom } from '../breakout/knock.ts'
import type { Room } from '../breakout/room.ts'
import { isGuarded } from '../breakout/room.ts'
import { messageCounts } from '../chat/readMessages.ts'
import { assignedRoomOf } from '../conduct/assign.ts'
import { timesView } from '../conduct/timesView.ts'
import { handsByRoom, handsIn } from '../hands/hands.ts'
import { helpQueue, ownHelp } from '../help/helpView.ts'
import { invariant } from '../invariant.ts'
import { maySend } from '../media/maySend.ts'
import type { Moment, SentTrack } from '../media/moment.ts'
import { speakingNow } from '../media/speakers.ts'
import { askingParts, mustAskPart, ownMediaPart } from '../moderation/moderationParts.ts'
import { mayModerate, maySelfMove } from '../permissions/permissions.ts'
import { isActive, isPresent } from '../seats.ts'
import type { MeetingState, RunningMeeting, Seat } from '../state.ts'

/** The parts that this seat may see now; none for who is not present. */
export function partsFor(state: MeetingState, participantId: ParticipantId): readonly PartKey[] {
  if (state.status !== 'running') return []
  const seat = state.seats.get(participantId)
  if (!isPresent(seat)) return []
  const parts: readonly PartKey[] = ['meeting', 'self', roomPartKey(seat.roomId)]
  return mayModerate(seat.role) ? [...parts, 'moderators'] : parts
}

export function meetingPart(state: RunningMeeting): MeetingPart {
  const people = [...state.seats.values()].filter(isActive)
  return {
    meetingId: state.meetingId,
    selfMove: state.selfMove,
    mustAsk: mustAskPart(state),
    ...(state.door.maxPeople === undefined ? {} : { maxPeople: state.door.maxPeople }),
    ...timesView(state.conduct),
    people: Object.fromEntries(people.map((seat) => [seat.id, personView(seat)])),
    rooms: Object.fromEntries([...state.rooms.values()].map((room) => [room.id, roomView(room)])),
  }
}

export function roomPart(state: RunningMeeting, moment: Moment, roomId: RoomId, at: number): RoomPart {
  const media: Record<ParticipantId, MediaView> = {}
  for (const seat of state.seats.values()) {
    const tracks = isPresent(seat) && seat.roomId === roomId ? moment.producers.get(seat.id) : undefined
    if (tracks && tracks.size > 0) media[seat.id] = mediaView(state, seat.id, tracks)
  }
  const announcement = announcementView(state, roomId)
  const room = state.rooms.get(roomId)
  return {
    roomId,
    media,
    speakers: speakersIn(state, moment, roomId, at),
    hands: handsIn(state, roomId),
    ...(announcement && { announcement }),
    ...(room?.task !== undefined && { task: room.task }),
    knocks: room?.knocks ?? [],
  }
}

export function moderatorsPart(state: RunningMeeting, moment: Moment, at: number): ModeratorsPart {
  const speakers: Record<RoomId, readonly ParticipantId[]> = {}
  for (const roomId of [mainRoomId, ...state.rooms.keys()]) {
    const ids = speakersIn(state, moment, roomId, at)
    if (ids.length > 0) speakers[roomId] = ids
  }
  return {
    speakers,
    messages: messageCounts(state),
    asking: askingParts(state),
    assignments: assignmentsView(state),
    hands: handsByRoom(state),
    help: helpQueue(state),
    tasks: tasksView(state),
    knocks: knocksByRoom(state),
  }
}

export function selfPart(state: RunningMeeting, participantId: ParticipantId): SelfPart {
  const seat = state.seats.get(participantId)
  invariant(seat, `no seat ${participantId}`)
  const asker = { role: seat.role, selfMove: state.selfMove }
  return {
    participantId,
    can: {
      moderate: mayModerate(seat.role),
      enterRooms: maySelfMove(asker, 'any-breakout'),
      returnToMain: maySelfMove(asker, mainRoomId),
      host: isHostHere(state, seat),
    },
    media: ownMediaPart(state, seat),
    ...ownHelp(state, participantId),
    ...doorsView(state, seat),
  }
}

function personView({ displayName, role, roomId, order, presence }: Seat): PersonView {
  return { displayName, role, roomId, order, absent: presence.status === 'absent' }
}

/** Of people who are here or expected back. */
function assignmentsView(state: RunningMeeting): ModeratorsPart['assignments'] {
  const assignments: Record<ParticipantId, RoomId> = {}
  for (const seat of state.seats.values()) {
    const roomId = assignedRoomOf(seat)
    if (roomId !== undefined && isActive(seat)) assignments[seat.id] = roomId
  }
  return assignments
}

function roomView(room: Room): RoomView {
  const { name, order, number, open, underWay, capacity, locked, password, hosts } = room
  const isLimited = capacity === undefined ? {} : { capacity }
  return { name, order, number, open, underWay, ...isLimited, locked, hasPassword: password.hash !== undefined, hosts }
}

function tasksView({ rooms }: RunningMeeting): ModeratorsPart['tasks'] {
  const tasks: Record<RoomId, string> = {}
  for (const { id, task } of rooms.values()) if (task !== undefined) tasks[id] = task
  return tasks
}

/** How somebody stands to the doors of rooms. */
function doorsView({ rooms }: RunningMeeting, seat: Seat): Pick<SelfPart, 'welcomeIn' | 'knockingAt'> {
  const guarded = [...rooms.values()].filter(isGuarded)
  const knocked = guarded.find(({ knocks }) => knocks.some(({ participantId }) => participantId === seat.id))
  return {
    welcomeIn: guarded.filter((room) => isWelcome(room, seat)).map(({ id }) => id),
    ...(knocked && { knockingAt: knocked.id }),
  }
}

function mediaView(
  state: RunningMeeting,
  participantId: ParticipantId,
  tracks: ReadonlyMap<Source, SentTrack>,
): MediaView {
  const stateOf = (source: Source): TrackState => {
    const track = tracks.get(source)
    if (!track) return 'off'
    return track.paused || !maySend(state, participantId, source) ? 'muted' : 'on'
  }
  return {
    microphone: stateOf('microphone'),
    camera: stateOf('camera'),
    screen: stateOf('screen'),
    screenAudio: stateOf('screen-audio'),
  }
}

/** The moment may be a step behind the state: whoever is not in the room any more, or was just muted, does not speak in it. */
function speakersIn(state: RunningMeeting, moment: Moment, roomId: RoomId, at: number): readonly ParticipantId[] {
  return speakingNow(moment.speakers.get(roomId) ?? [], at).filter((id) => {
    const seat = state.seats.get(id)
    return isPresent(seat) && seat.roomId === roomId && maySend(state, id, 'microphone')
  })
}
