// SPDX-License-Identifier: Apache-2.0
// View model of the rooms pane: every room with its people, what one may do with it, in one place. Pure; same for phone and desk.
import type { MeetingView, RemoteTrack } from '@alcove/client'
import {
  type AskingView,
  type HandView,
  type MediaView,
  mainRoomId,
  type ParticipantId,
  type PersonView,
  type PodiumRooms,
  type RoomId,
  type SelfMove,
} from '@alcove/protocol'
import { t } from '../../i18n/texts.ts'
import { type Hidden, type HiddenControl, nothingHidden } from '../../state/hiddenControls.ts'
import { peopleInOrder, roomIdsInOrder } from '../../state/inOrder.ts'
import { type LobbyRow, toLobby } from '../door/lobbyModel.ts'
import { type DoorModel, toDoor } from '../doors/doorModel.ts'
import { type AskingPerson, toAskingPeople } from '../moderation/askingPeople.ts'
import { type RunningModel, toRunningModel } from '../running/runningModel.ts'
import { type RoomSeeing, toSeeing } from '../seeing/seeingModel.ts'

const nothingSent: MediaView = { microphone: 'off', camera: 'off', screen: 'off', screenAudio: 'off' }

export interface PersonRow {
  readonly participantId: ParticipantId
  readonly name: string
  readonly isSelf: boolean
  readonly isModerator: boolean
  /** Named host of the room where they are. */
  readonly isHost: boolean
  readonly absent: boolean
  /** Undefined where one may not know: in other rooms. */
  readonly muted: boolean | undefined
  readonly speaking: boolean
  /** Counts the hands that are up in the room, from 1; undefined: this one is not, or one may not know. */
  readonly handPlace: number | undefined
  /** Undefined where one may not know. */
  readonly media: MediaView | undefined
  /** What a moderator knows of what they may send. */
  readonly asking: AskingView | undefined
  /** Where they belong, as far as one may know. */
  readonly assignedRoomId: RoomId | undefined
  /** They speak to rooms from where they are. */
  readonly onPodium: boolean
}

export interface RoomSectionModel {
  readonly roomId: RoomId
  readonly name: string
  readonly isMain: boolean
  /** Chooses colour and shape, whatever the order of rooms; undefined for the main room. */
  readonly index: number | undefined
  readonly open: boolean
  readonly isHere: boolean
  /** Somebody speaks there (moderators see it of every room). */
  readonly active: boolean
  /** How many messages were written there; 0 for who is no moderator. */
  readonly messages: number
  /** Hands that are up there, as far as one may know. */
  readonly handCount: number
  readonly canJoin: boolean
  readonly door: DoorModel
  /** Undefined for who is no moderator. */
  readonly seeing: RoomSeeing | undefined
  readonly people: readonly PersonRow[]
}

export interface RoomsPaneModel {
  readonly peopleCount: number
  readonly canModerate: boolean
  /** One is host of the room where one is. */
  readonly isHostHere: boolean
  readonly selfMove: SelfMove
  readonly sections: readonly RoomSectionModel[]
  readonly roomCount: number
  /** Somebody is in a room other than the main one, or a room is open: bringing everyone back changes something. */
  readonly canCloseAll: boolean
  readonly running: RunningModel
  /** The last split can be taken back. */
  readonly canUndo: boolean
  /** Why there is no way to go elsewhere, for those who may not. */
  readonly note: string | undefined
  readonly mustAsk: MeetingView['meeting']['mustAsk']
  readonly maxPeople: number | undefined
  readonly meetingDoor: MeetingView['meeting']['door']
  readonly lobby: readonly LobbyRow[]
  /** Hands that are up in all rooms, as far as one may know. */
  readonly handCount: number
  readonly askingPeople: readonly AskingPerson[]
  /** Controls that this page leaves out. */
  readonly hidden: Hidden
  /** Passwords of the meeting are so many digits, on this page; undefined: any words. */
  readonly passwordDigits: number | undefined
  readonly mayLookIn: boolean
  /** To which rooms one speaks. */
  readonly ownPodium: PodiumRooms | undefined
  /** What it is made of: dialogs, which are loaded on use, make models of their own of it. */
  readonly view: MeetingView
}

type Present = readonly [ParticipantId, PersonView]

/** What is of no use while breakout rooms are switched off. */
const withoutRooms: readonly HiddenControl[] = ['rooms', 'add-room', 'split']

export function toRoomsPane(
  view: MeetingView,
  hidden: Hidden = nothingHidden,
  remoteTracks: readonly RemoteTrack[] = [],
  passwordDigits?: number,
): RoomsPaneModel {
  const { meeting, self } = view
  const roomIds = roomIdsInOrder(view)
  const peopleOf = peopleByRoom(view)
  const toOne = (roomId: RoomId) => toSection(view, roomId, peopleOf.get(roomId) ?? [], remoteTracks)
  const main = toOne(mainRoomId)
  const rooms = roomIds.map(toOne)
  return {
    peopleCount: Object.keys(meeting.people).length,
    canModerate: self.can.moderate,
    isHostHere: self.can.host,
    selfMove: meeting.selfMove,
    sections: [main, ...rooms],
    roomCount: rooms.length,
    canCloseAll: self.can.moderate && rooms.some((room) => room.people.length > 0 || room.open),
    running: toRunningModel(view),
    canUndo: view.moderators?.canUndo ?? false,
    note: self.can.moderate || rooms.length === 0 ? undefined : noteOf(meeting.selfMove),
    mustAsk: meeting.mustAsk,
    maxPeople: meeting.maxPeople,
    meetingDoor: meeting.door,
    lobby: toLobby(view),
    handCount: [main, ...rooms].reduce((sum, { handCount }) => sum + handCount, 0),
    askingPeople: toAskingPeople(view),
    hidden: meeting.roomsOff === undefined ? hidden : new Set([...hidden, ...withoutRooms]),
    passwordDigits,
    mayLookIn: meeting.mayLookIn,
    ownPodium: meeting.podium[self.participantId],
    view,
  }
}

/** Those of each room in the order of coming; gone through once, however many rooms there are. */
function peopleByRoom(view: MeetingView): ReadonlyMap<RoomId, readonly Present[]> {
  return Map.groupBy(peopleInOrder(view), ([, { roomId }]) => roomId)
}

/** Which colour and shape a room has. */
export function markOf(view: MeetingView, roomId: RoomId): number | undefined {
  const number = view.meeting.rooms[roomId]?.number
  return number === undefined ? undefined : number - 1
}

/** How a room is called; the main one too. */
export function roomNameOf(view: MeetingView, roomId: RoomId): string {
  return view.meeting.rooms[roomId]?.name ?? t('words.mainRoom')
}

function toSection(
  view: MeetingView,
  roomId: RoomId,
  present: readonly Present[],
  remoteTracks: readonly RemoteTrack[],
): RoomSectionModel {
  const { meeting, self, room } = view
  const index = markOf(view, roomId)
  const isMain = index === undefined
  const isHere = room.roomId === roomId
  const people = present.map(([id, person]) => toRow(view, id, person))
  const open = isMain || (meeting.rooms[roomId]?.open ?? false)
  const mayGo = isMain ? self.can.returnToMain : self.can.enterRooms && open
  const canJoin = !isHere && (mayGo || self.can.moderate)
  const heard = view.moderators?.speakers[roomId] ?? []
  return {
    roomId,
    name: roomNameOf(view, roomId),
    isMain,
    index,
    open,
    isHere,
    active: people.some((person) => person.speaking) || heard.length > 0,
    messages: view.moderators?.messages[roomId] ?? 0,
    handCount: handsIn(view, roomId).length,
    canJoin,
    door: toDoor(view, roomId, canJoin),
    people,
    seeing: toSeeing(view, roomId, people.length, remoteTracks),
  }
}

function toRow(view: MeetingView, participantId: ParticipantId, person: PersonView): PersonRow {
  const inOwnRoom = person.roomId === view.room.roomId
  const speakers = inOwnRoom ? view.room.speakers : (view.moderators?.speakers[person.roomId] ?? [])
  const muted = view.room.media[participantId]?.microphone !== 'on'
  return {
    participantId,
    name: person.displayName,
    isSelf: participantId === view.self.participantId,
    isModerator: person.role === 'moderator',
    isHost: view.meeting.rooms[person.roomId]?.hosts.includes(participantId) ?? false,
    absent: person.absent,
    muted: inOwnRoom ? muted : undefined,
    speaking: !person.absent && speakers.includes(participantId) && !(inOwnRoom && muted),
    handPlace: placeIn(handsIn(view, person.roomId), participantId),
    media: inOwnRoom ? (view.room.media[participantId] ?? nothingSent) : undefined,
    asking: view.moderators?.asking[participantId],
    assignedRoomId: view.moderators?.assignments[participantId],
    onPodium: Object.hasOwn(view.meeting.podium, participantId),
  }
}

/** Of other rooms moderators alone know it. */
function handsIn(view: MeetingView, roomId: RoomId): readonly HandView[] {
  return view.room.roomId === roomId ? view.room.hands : (view.moderators?.hands[roomId] ?? [])
}

function placeIn(hands: readonly HandView[], id: ParticipantId): number | undefined {
  const index = hands.findIndex(({ participantId }) => participantId === id)
  return index < 0 ? undefined : index + 1
}

function noteOf(selfMove: SelfMove): string | undefined {
  return selfMove === 'anywhere' ? undefined : t(`rooms.note.${selfMove}`)
}
