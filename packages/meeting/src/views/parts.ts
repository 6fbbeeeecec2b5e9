// SPDX-License-Identifier: Apache-2.0
// From state and moment to the parts of what people see (SPEC VI). Every fact is in exactly one part; nothing here knows who is connected. What is made
// of people and rooms that did not change keeps its identity (see remembered.ts), because a large meeting is published after every command.
import {
  type MediaView,
  type MeetingPart,
  type ModeratorsPart,
  mainRoomId,
  type ParticipantId,
  type PartKey,
  type PersonView,
  type PodiumView,
  type RoomId,
  type RoomPart,
  type RoomView,
  roomPartKey,
  type SelfMove,
  type SelfPart,
  type Source,
  type TrackState,
} from '@alcove/protocol'
import { announcementView } from '../announcements/announcementView.ts'
import { isAskedForPassword, isLockedTo } from '../breakout/entry.ts'
import { isHostHere } from '../breakout/hosts.ts'
import { knocksByRoom } from '../breakout/knock.ts'
import type { Room } from '../breakout/room.ts'
import { isGuarded } from '../breakout/room.ts'
import { messageCounts } from '../chat/readMessages.ts'
import type { AvatarPolicy } from '../commands.ts'
import { assignedRoomOf } from '../conduct/assign.ts'
import { timesView } from '../conduct/timesView.ts'
import { lookersAt } from '../glance/glanceState.ts'
import { handsByRoom, handsIn } from '../hands/hands.ts'
import type { HelpState } from '../help/helpState.ts'
import { helpQueue, ownHelp } from '../help/helpView.ts'
import { invariant } from '../invariant.ts'
import { maySend } from '../media/maySend.ts'
import type { Moment, SentTrack } from '../media/moment.ts'
import { speakingNow } from '../media/speakers.ts'
import { askingParts, mustAskPart, ownMediaPart } from '../moderation/moderationParts.ts'
import type { ModerationState } from '../moderation/moderationState.ts'
import { shownAvatar } from '../naming/avatar.ts'
import { mayRenameSelf } from '../naming/naming.ts'
import { mayModerate, maySelfMove } from '../permissions/permissions.ts'
import { speakingToFromElsewhere } from '../podium/reach.ts'
import { longestRetentionMs, retentionMs } from '../presence/retention.ts'
import { remembered } from '../remembered.ts'
import { roomsOffBy } from '../rooms-switch/roomsSwitch.ts'
import { doorView, isAnythingKnown, lobbyTalkView, rosterViews } from '../roster/rosterViews.ts'
import { progressView, roundViews } from '../rounds/roundsView.ts'
import { isActive, isAround, isConnected, isExpected, isPresent, isWaiting, presentByRoom } from '../seats.ts'
import type { MeetingState, RunningMeeting, Seat } from '../state.ts'
import { activityView } from './activityView.ts'

type Rooms = RunningMeeting['rooms']

/** The parts that this seat may see now; none for who is not present. */
export function partsFor(state: MeetingState, participantId: ParticipantId): readonly PartKey[] {
  if (state.status !== 'running') return noParts
  const seat = state.seats.get(participantId)
  return seat ? partsOf(seat) : noParts
}

const noParts: readonly PartKey[] = []
const inLobby: readonly PartKey[] = ['self']

const partsOf = remembered((seat: Seat): readonly PartKey[] => {
  if (!isPresent(seat)) return isConnected(seat) ? inLobby : noParts
  const parts: readonly PartKey[] = ['meeting', 'self', roomPartKey(seat.roomId)]
  return mayModerate(seat.role) ? [...parts, 'moderators'] : parts
})

export function meetingPart(state: RunningMeeting): MeetingPart {
  const roomsOff = roomsOffBy(state)
  const rounds = progressView(state.rounds)
  return {
    meetingId: state.meetingId,
    startedAt: state.createdAt,
    ...(state.subject === undefined ? {} : { subject: state.subject }),
    ...(state.lastRemoved && { lastRemoved: state.lastRemoved }),
    selfMove: state.selfMove,
    mustAsk: mustAskPart(state),
    door: doorView(state.door),
    ...(state.door.maxPeople === undefined ? {} : { maxPeople: state.door.maxPeople }),
    ...(roomsOff === undefined ? {} : { roomsOff }),
    ...timesView(state.conduct),
    ...(rounds && { rounds }),
    people: peopleView(state.seats, state.settings.avatars),
    rooms: roomsView(state.rooms),
    podium: Object.fromEntries(state.podium),
    mayLookIn: state.glance.allowed,
    ...(state.settings.tellsChat && { tellsChat: true }),
    ...retentionView(state),
  }
}

function retentionView(state: RunningMeeting): Pick<MeetingPart, 'retentionMs' | 'longestRetentionMs'> {
  const [now, longest] = [retentionMs(state), longestRetentionMs(state)]
  return { retentionMs: now, ...(now < longest && { longestRetentionMs: longest }) }
}

export function roomPart(state: RunningMeeting, moment: Moment, roomId: RoomId, at: number): RoomPart {
  const media: Record<ParticipantId, MediaView> = {}
  for (const seat of presentByRoom(state.seats).get(roomId) ?? []) {
    const tracks = moment.producers.get(seat.id)
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
    podium: podiumViews(state, moment, roomId, at),
    lookers: lookersAt(state.glance, (each) => each === roomId),
  }
}

/** Of those who speak to the room from elsewhere, what this room may know: what they send and whether they speak, not who else is with them. */
function podiumViews(
  state: RunningMeeting,
  moment: Moment,
  roomId: RoomId,
  at: number,
): Readonly<Record<ParticipantId, PodiumView>> {
  const views: Record<ParticipantId, PodiumView> = {}
  for (const id of speakingToFromElsewhere(state, roomId)) {
    const seat = state.seats.get(id)
    views[id] = {
      media: mediaView(state, id, moment.producers.get(id) ?? new Map()),
      speaks: seat !== undefined && speakersIn(state, moment, seat.roomId, at).includes(id),
    }
  }
  return views
}

/** What of the state moderators are told at most once a second, because many do it at once: what is written, and hands. */
export type Counted = Pick<RunningMeeting, 'chat' | 'hands' | 'seats'>

/** Whether moderators would be told the same of both. */
export function isCountedSame(before: Counted, after: Counted): boolean {
  return before.hands === after.hands && before.chat.sentInRooms === after.chat.sentInRooms
}

/** @param counted the state when messages and hands were last counted, up to a second ago. */
export function moderatorsPart(
  state: RunningMeeting,
  moment: Moment,
  at: number,
  counted: Counted = state,
): ModeratorsPart {
  const speakers: Record<RoomId, readonly ParticipantId[]> = {}
  for (const roomId of [mainRoomId, ...state.rooms.keys()]) {
    const ids = speakersIn(state, moment, roomId, at)
    if (ids.length > 0) speakers[roomId] = ids
  }
  return {
    speakers,
    messages: messageCounts(counted.chat.sentInRooms, state.rooms),
    asking: askingParts(state.moderation, state.seats),
    assignments: assignmentsView(state.seats),
    hands: handsByRoom(counted),
    help: helpQueue(state),
    tasks: tasksView(state.rooms),
    knocks: knocksByRoom(state),
    rounds: roundViews(state.rounds),
    canUndo: state.seated.length > 0,
    ...rosterViews(state.seats, state.settings.avatars),
    ...activityView(state, moment, speakers),
    lookingInto: Object.fromEntries(
      [...state.glance.lookers].map(([id, glances]) => [id, glances.map(({ roomId }) => roomId)]),
    ),
  }
}

export function selfPart(state: RunningMeeting, participantId: ParticipantId): SelfPart {
  const seat = state.seats.get(participantId)
  invariant(seat, `no seat ${participantId}`)
  const { selfMove, moderation, help, rooms } = state
  return ownView(seat, selfMove, moderation, help, rooms, roomsOffBy(state) === undefined)
}

/** One's own; a fact that hangs on more of the state takes it as a further input here. */
const ownView = remembered(
  (
    seat: Seat,
    selfMove: SelfMove,
    moderation: ModerationState,
    help: HelpState,
    rooms: Rooms,
    mayUseRooms: boolean,
  ): SelfPart => {
    const asker = { role: seat.role, selfMove }
    const isIn = !isWaiting(seat)
    return {
      participantId: seat.id,
      ...(!isIn && { waiting: true as const }),
      ...lobbyTalkView(seat),
      can: {
        moderate: isIn && mayModerate(seat.role),
        enterRooms:
          isIn && mayUseRooms && !seat.denied.includes('breakout-rooms') && maySelfMove(asker, 'any-breakout'),
        returnToMain: isIn && maySelfMove(asker, mainRoomId),
        host: isIn && isHostHere({ rooms }, seat),
        rename: isIn && mayRenameSelf(seat),
      },
      denied: seat.denied,
      ...(isAnythingKnown(seat.identity) && { identity: seat.identity }),
      media: ownMediaPart({ moderation }, seat),
      ...(seat.takenOffPodium && { takenOffPodium: seat.takenOffPodium }),
      ...ownHelp({ help }, seat.id),
      ...doorsView(rooms, seat),
    }
  },
)

const personView = remembered((seat: Seat, policy: AvatarPolicy | undefined): PersonView => {
  const { displayName, role, roomId, order, presence } = seat
  const avatar = shownAvatar(seat, policy)
  const absent = presence.status === 'absent'
  return { displayName, role, roomId, order, absent, ...(avatar !== undefined && { avatar }) }
})

const peopleView = remembered((seats: RunningMeeting['seats'], policy: AvatarPolicy | undefined) => {
  const people: Record<ParticipantId, PersonView> = {}
  for (const seat of seats.values()) if (isActive(seat)) people[seat.id] = personView(seat, policy)
  return people
})

const roomView = remembered((room: Room): RoomView => {
  const { name, order, number, open, underWay, capacity, locked, password, hosts } = room
  const isLimited = capacity === undefined ? {} : { capacity }
  return { name, order, number, open, underWay, ...isLimited, locked, hasPassword: password.hash !== undefined, hosts }
})

const roomsView = remembered((rooms: Rooms): MeetingPart['rooms'] => {
  const views: Record<RoomId, RoomView> = {}
  for (const room of rooms.values()) views[room.id] = roomView(room)
  return views
})

/** Of people who are here, expected back, waiting or to come. */
const assignmentsView = remembered((seats: RunningMeeting['seats']): ModeratorsPart['assignments'] => {
  const assignments: Record<ParticipantId, RoomId> = {}
  for (const seat of seats.values()) {
    const roomId = assignedRoomOf(seat)
    if (roomId !== undefined && (isAround(seat) || isExpected(seat))) assignments[seat.id] = roomId
  }
  return assignments
})

const tasksView = remembered((rooms: Rooms): ModeratorsPart['tasks'] => {
  const tasks: Record<RoomId, string> = {}
  for (const { id, task } of rooms.values()) if (task !== undefined) tasks[id] = task
  return tasks
})

const guardedRooms = remembered((rooms: Rooms): readonly Room[] => [...rooms.values()].filter(isGuarded))

/** How somebody stands to the doors of rooms. */
function doorsView(rooms: Rooms, seat: Seat): Pick<SelfPart, 'welcomeIn' | 'passwordOnlyIn' | 'knockingAt'> {
  const guarded = guardedRooms(rooms)
  const knocked = guarded.find(({ knocks }) => knocks.some(({ participantId }) => participantId === seat.id))
  const unlocked = guarded.filter((room) => !isLockedTo(room, seat))
  const idsOf = (some: readonly Room[]) => some.map(({ id }) => id)
  const passwordOnlyIn = idsOf(unlocked.filter((room) => room.locked && isAskedForPassword(room, seat)))
  return {
    welcomeIn: idsOf(unlocked.filter((room) => !isAskedForPassword(room, seat))),
    ...(passwordOnlyIn.length > 0 && { passwordOnlyIn }),
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
