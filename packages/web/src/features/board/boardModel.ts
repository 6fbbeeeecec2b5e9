// SPDX-License-Identifier: Apache-2.0
// View model of the board: the same rooms and people as in the pane, seated as they are, as a draft would have it, or as a planned round has it.
// Pure; knows nothing of pixels or of dragging.
import { mainRoomId, type ParticipantId, type RoomId, type RoundId } from '@alcove/protocol'
import { t } from '../../i18n/texts.ts'
import { findNamed } from '../../ui/narrowed.ts'
import type { HelpRow } from '../help/helpModel.ts'
import { placesTakenBy } from '../rooms/placesText.ts'
import type { PersonRow, RoomSectionModel, RoomsPaneModel } from '../rooms/roomsPane.ts'
import type { RoundModel } from '../rounds/roundsModel.ts'
import type { RoomSeeing } from '../seeing/seeingModel.ts'
import type { Draft, Places } from './draft.ts'

/** What the board shows and edits. */
export type BoardTab =
  | { readonly type: 'live' }
  | { readonly type: 'plan'; readonly draft: Draft }
  | { readonly type: 'round'; readonly round: RoundModel }

export interface BoardPerson {
  readonly participantId: ParticipantId
  readonly name: string
  readonly isSelf: boolean
  readonly isModerator: boolean
  readonly absent: boolean
  readonly speaking: boolean
  readonly handUp: boolean
  /** What else is to be said of where they are, in words: "was in Pricing", "for Pricing". */
  readonly note: string | undefined
}

export interface BoardCard {
  readonly roomId: RoomId
  readonly name: string
  readonly isMain: boolean
  readonly index: number | undefined
  readonly open: boolean
  readonly isHere: boolean
  readonly canJoin: boolean
  readonly task: string | undefined
  readonly capacity: number | undefined
  readonly locked: boolean
  readonly hasPassword: boolean
  readonly people: readonly BoardPerson[]
  /** Who is there now and would go. */
  readonly leaving: readonly BoardPerson[]
  /** People who take a place: moderators do not. */
  readonly placesTaken: number
  readonly handCount: number
  readonly messages: number
  /** Since when somebody there waits for help; undefined: nobody does. */
  readonly helpSince: number | undefined
  /** Who speaks there, in words. */
  readonly speaker: string | undefined
  /** What happens there now; undefined where the card shows another time. */
  readonly seeing: RoomSeeing | undefined
}

export interface BoardModel {
  /** Who has no seat. */
  readonly tray: BoardCard
  readonly cards: readonly BoardCard[]
  /** People may be moved on what is shown. */
  readonly canEdit: boolean
}

export function toBoard(pane: RoomsPaneModel, help: readonly HelpRow[], tab: BoardTab): BoardModel {
  const [main, ...rooms] = pane.sections
  if (!main) throw new Error('the pane lists the main room first')
  const seats = toSeats(pane, tab)
  const waiting = toWaiting(help)
  const toOne = (section: RoomSectionModel) => toCard(section, seats, waiting, tab)
  return {
    tray: toOne(main),
    cards: rooms.map(toOne),
    canEdit: tab.type !== 'round' || tab.round.status === 'waiting',
  }
}

/** Where everybody is, as the pane has it. */
export function placesOf({ sections }: RoomsPaneModel): Places {
  return new Map(
    sections.flatMap(({ roomId, people }) => people.map(({ participantId }) => [participantId, roomId] as const)),
  )
}

/** People whose name has these letters, however they are written; everybody for none. */
export function findPeople(people: readonly BoardPerson[], wanted: string): readonly BoardPerson[] {
  return findNamed(people, ({ name }) => name, wanted)
}

/** Everybody on the board, by id. */
export type BoardPeople = ReadonlyMap<ParticipantId, BoardPerson>

export function cardOf({ tray, cards }: BoardModel, roomId: RoomId): BoardCard | undefined {
  return roomId === tray.roomId ? tray : cards.find((card) => card.roomId === roomId)
}

export function peopleOn({ tray, cards }: BoardModel): BoardPeople {
  return new Map(
    [tray, ...cards].flatMap((card) => card.people.map((person) => [person.participantId, person] as const)),
  )
}

/** Of those who were selected, who is still there; the same set when all are. */
export function selectedOn(people: BoardPeople, selected: ReadonlySet<ParticipantId>): ReadonlySet<ParticipantId> {
  const there = [...selected].filter((id) => people.has(id))
  return there.length === selected.size ? selected : new Set(there)
}

interface Seats {
  readonly of: (roomId: RoomId) => readonly BoardPerson[]
  readonly leaving: (roomId: RoomId) => readonly BoardPerson[]
}

function toSeats(pane: RoomsPaneModel, tab: BoardTab): Seats {
  switch (tab.type) {
    case 'live':
      return toLiveSeats(pane)
    case 'plan':
      return toDraftSeats(pane, tab.draft)
    case 'round':
      return toRoundSeats(pane, tab.round)
  }
}

function toLiveSeats(pane: RoomsPaneModel): Seats {
  const names = namesOf(pane)
  const seats = new Map(
    pane.sections.map(({ roomId, people }) => [
      roomId,
      people.map((row) => {
        const isElsewhere = row.assignedRoomId !== undefined && row.assignedRoomId !== roomId
        const room = isElsewhere ? names.get(row.assignedRoomId) : undefined
        return toPerson(row, room === undefined ? undefined : t('person.belongsTo', { room }))
      }),
    ]),
  )
  return { of: (roomId) => seats.get(roomId) ?? [], leaving: () => [] }
}

function toDraftSeats(pane: RoomsPaneModel, draft: Draft): Seats {
  const seats = new Map<RoomId, BoardPerson[]>()
  const leaving = new Map<RoomId, BoardPerson[]>()
  for (const { roomId, name, people } of pane.sections) {
    for (const row of people) {
      const to = draft.get(row.participantId) ?? roomId
      const from = roomId === mainRoomId ? t('board.wasNotSeated') : t('board.wasIn', { room: name })
      add(seats, to, toPerson(row, to === roomId ? undefined : from))
      if (to !== roomId) add(leaving, roomId, toPerson(row, undefined))
    }
  }
  return { of: (roomId) => seats.get(roomId) ?? [], leaving: (roomId) => leaving.get(roomId) ?? [] }
}

function toRoundSeats(pane: RoomsPaneModel, round: RoundModel): Seats {
  const rows = new Map(pane.sections.flatMap(({ people }) => people.map((row) => [row.participantId, row] as const)))
  const seats = new Map<RoomId, BoardPerson[]>()
  const seated = new Set<ParticipantId>()
  for (const { roomId, people } of round.groups) {
    for (const { participantId, name } of people) {
      seated.add(participantId)
      const row = rows.get(participantId)
      add(seats, roomId, row ? toPlanned(row) : toGone(participantId, name))
    }
  }
  for (const row of rows.values()) {
    if (!seated.has(row.participantId) && !row.isModerator) add(seats, mainRoomId, toPlanned(row))
  }
  return { of: (roomId) => seats.get(roomId) ?? [], leaving: () => [] }
}

function toCard(
  section: RoomSectionModel,
  seats: Seats,
  waiting: ReadonlyMap<RoomId, number>,
  tab: BoardTab,
): BoardCard {
  const { roomId, name, isMain, index, open, isHere, canJoin, door, handCount, messages, seeing } = section
  const people = seats.of(roomId)
  const isNow = tab.type !== 'round'
  return {
    roomId,
    name,
    isMain,
    index,
    open,
    isHere,
    canJoin,
    task: door.task,
    capacity: door.capacity,
    locked: door.locked,
    hasPassword: door.hasPassword,
    people,
    leaving: seats.leaving(roomId),
    placesTaken: placesTakenBy(people),
    handCount: isNow ? handCount : 0,
    messages: isNow ? messages : 0,
    helpSince: isNow ? waiting.get(roomId) : undefined,
    speaker: isNow ? section.people.find(({ speaking }) => speaking)?.name : undefined,
    seeing: isNow ? seeing : undefined,
  }
}

function toPerson(row: PersonRow, note: string | undefined): BoardPerson {
  const { participantId, name, isSelf, isModerator, absent, speaking, handPlace } = row
  return { participantId, name, isSelf, isModerator, absent, speaking, handUp: handPlace !== undefined, note }
}

/** Of another time than now: what they do now does not belong there. */
function toPlanned(row: PersonRow): BoardPerson {
  return { ...toPerson(row, undefined), speaking: false, handUp: false }
}

/** Planned, but not in the meeting. */
function toGone(participantId: ParticipantId, name: string): BoardPerson {
  return {
    participantId,
    name,
    isSelf: false,
    isModerator: false,
    absent: true,
    speaking: false,
    handUp: false,
    note: undefined,
  }
}

/** Since when the first of each room waits whom nobody sees to. */
function toWaiting(help: readonly HelpRow[]): ReadonlyMap<RoomId, number> {
  const waiting = new Map<RoomId, number>()
  for (const { roomId, askedAt, taken } of help) {
    if (taken === undefined) waiting.set(roomId, Math.min(askedAt, waiting.get(roomId) ?? askedAt))
  }
  return waiting
}

function namesOf({ sections }: RoomsPaneModel): ReadonlyMap<RoomId, string> {
  return new Map(sections.map(({ roomId, name }) => [roomId, name]))
}

function add<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** Which tab is open: by its round, which may be gone or begun by then. */
export type ChosenTab = 'live' | 'wall' | RoundId
