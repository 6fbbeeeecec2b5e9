// SPDX-License-Identifier: Apache-2.0
// What is chosen in "Split into rooms", and what it will do, computed before it is done: how many rooms to add, and how many people come into each.
// Wishes about who sits with whom may make sizes differ; the preview, which the server makes, tells exactly. Pure.
import type { MeetingView } from '@alcove/client'
import {
  type GroupedPeople,
  type GroupingWishes,
  mainRoomId,
  type ParticipantId,
  type PersonView,
  type RoomId,
} from '@alcove/protocol'
import { compareNames } from '../../i18n/formats.ts'
import { t } from '../../i18n/texts.ts'
import { roomIdsInOrder } from '../../state/inOrder.ts'
import { fillSmallest, type RoomToFill, tooFewPlacesText } from './fillSmallest.ts'

export type PeopleList = readonly ParticipantId[]

export interface SplitChoices {
  readonly by: 'rooms' | 'size'
  readonly rooms: number
  /** The most people in a room. */
  readonly size: number
  readonly who: GroupedPeople
  /** Assigns and moves nobody. */
  readonly hold: boolean
  readonly attribute: GroupingWishes['attribute']
  readonly together: readonly PeopleList[]
  readonly apart: readonly PeopleList[]
  readonly moderators: 'left-out' | 'spread'
  /** People who have not come yet get a place, too. */
  readonly expected: boolean
}

/** What the server is asked. */
export interface SplitOrder {
  readonly who: GroupedPeople
  readonly hold: boolean
  readonly wishes: GroupingWishes
}

export interface SplitPlan {
  readonly roomsToAdd: number
  /** In words, for the dialog. */
  readonly summary: string
}

export function firstChoices(view: MeetingView): SplitChoices {
  const rooms = roomIdsInOrder(view)
  const isAnybodySeated = Object.values(view.meeting.people).some(({ roomId }) => roomId !== mainRoomId)
  const choices: SplitChoices = {
    by: 'rooms',
    rooms: 0,
    size: 4,
    who: isAnybodySeated ? 'everybody' : 'main-room',
    hold: false,
    attribute: undefined,
    together: [],
    apart: [],
    moderators: 'left-out',
    expected: false,
  }
  return { ...choices, rooms: suggestRoomCount(countMeant(view, { ...choices, who: 'everybody' }), rooms.length) }
}

export function toSplitOrder(choices: SplitChoices): SplitOrder {
  const { by, rooms, size, who, hold, attribute, moderators, expected } = choices
  const together = listsOf(choices.together)
  const apart = listsOf(choices.apart)
  return {
    who,
    hold,
    wishes: {
      into: by === 'rooms' ? { rooms } : { size },
      ...(attribute !== undefined && { attribute }),
      ...(together.length > 0 && { together }),
      ...(apart.length > 0 && { apart }),
      ...(moderators === 'spread' && { moderators }),
      ...(expected && { expected }),
    },
  }
}

/** How many of the things behind "More" are chosen. */
export function countFurther({ attribute, together, apart, moderators, expected }: SplitChoices): number {
  const lists = listsOf(together).length + listsOf(apart).length
  return lists + [attribute !== undefined, moderators === 'spread', expected].filter(Boolean).length
}

/** Of one person alone nothing can be wished. */
function listsOf(lists: readonly PeopleList[]): ParticipantId[][] {
  return lists.filter((list) => list.length > 1).map((list) => [...list])
}

/** Something known of people, by which they can be spread or gathered. */
export interface AttributeChoice {
  readonly name: string
  readonly people: number
  readonly values: number
}

/** What most people have first, by name where as many have it. */
export function attributesOf({ moderators }: MeetingView, withExpected: boolean): readonly AttributeChoice[] {
  const known = [
    ...Object.values(moderators?.identities ?? {}),
    ...(withExpected ? Object.values(moderators?.expected ?? {}) : []),
  ]
  const valuesOf = new Map<string, string[]>()
  for (const [name, value] of known.flatMap(({ attributes }) => Object.entries(attributes)))
    valuesOf.set(name, [...(valuesOf.get(name) ?? []), value])
  return [...valuesOf]
    .map(([name, values]) => ({ name, people: values.length, values: new Set(values).size }))
    .sort((first, second) => second.people - first.people || compareNames(first.name, second.name))
}

/** How many people these choices seat now. */
export function countMeant(view: MeetingView, choices: SplitChoices): number {
  return groupedPeople(view, choices).filter((person) => isMeant(person, choices)).length
}

/** About four people a room; never fewer rooms than there are. */
export function suggestRoomCount(peopleCount: number, existingRooms: number): number {
  return Math.max(existingRooms, 2, Math.min(8, Math.round(peopleCount / 4)))
}

export function planSplit(view: MeetingView, choices: SplitChoices): SplitPlan {
  const grouped = groupedPeople(view, choices)
  const people = grouped.filter((person) => isMeant(person, choices)).length
  const staying = grouped.filter((person) => !isMeant(person, choices)).map((person) => placeOf(person, choices))
  const seated = staying.filter((roomId) => roomId !== mainRoomId).length
  const wanted = choices.by === 'rooms' ? choices.rooms : Math.max(1, Math.ceil((people + seated) / choices.size))
  const existing = roomIdsInOrder(view).slice(0, wanted)
  const roomsToAdd = wanted - existing.length
  const rooms = [
    ...existing.map((roomId) => ({
      before: staying.filter((place) => place === roomId).length,
      places: view.meeting.rooms[roomId]?.capacity ?? Number.POSITIVE_INFINITY,
    })),
    ...Array.from({ length: roomsToAdd }, () => ({ before: 0, places: Number.POSITIVE_INFINITY })),
  ]
  return { roomsToAdd, summary: toSummary(people, rooms) }
}

interface GroupedPerson {
  readonly roomId: RoomId
  readonly assignedRoomId: RoomId | undefined
}

function groupedPeople({ meeting, moderators }: MeetingView, choices: SplitChoices): readonly GroupedPerson[] {
  const isGrouped = ({ role }: Pick<PersonView, 'role'>) => role !== 'moderator' || choices.moderators === 'spread'
  const here = Object.entries(meeting.people).map(([id, person]) => ({ id, person }))
  const expected = Object.entries(moderators?.expected ?? {}).map(([id, person]) => ({
    id,
    person: { ...person, roomId: mainRoomId },
  }))
  return [...here, ...(choices.expected ? expected : [])]
    .filter(({ person }) => isGrouped(person))
    .map(({ id, person }) => ({
      roomId: person.roomId,
      assignedRoomId: moderators?.assignments[id as ParticipantId],
    }))
}

function isMeant({ roomId, assignedRoomId }: GroupedPerson, { who }: SplitChoices): boolean {
  if (who === 'everybody') return true
  return who === 'main-room' ? roomId === mainRoomId : assignedRoomId === undefined
}

/** Held, others count where they are assigned, or else where they are. */
function placeOf({ roomId, assignedRoomId }: GroupedPerson, { hold }: SplitChoices): RoomId {
  return (hold ? assignedRoomId : undefined) ?? roomId
}

function toSummary(people: number, rooms: readonly RoomToFill[]): string {
  if (people === 0) return t('split.nobody')
  const going = fillSmallest(rooms, people)
  if (!going) return tooFewPlacesText(rooms, people)
  const sizes = rooms.map(({ before }) => before)
  for (const place of going) sizes[place] = (sizes[place] ?? 0) + 1
  const values = {
    people: t('words.people', { count: people }),
    size: toSize(Math.min(...sizes), Math.max(...sizes)),
  }
  if (rooms.some(({ before }) => before > 0)) return t('split.beside', values)
  return t('split.each', { ...values, rooms: t('split.rooms', { count: sizes.length }) })
}

function toSize(least: number, most: number): string | number {
  if (least === most) return most
  return most - least > 1 ? t('split.sizeTo', { least, most }) : t('split.sizeOr', { least, most })
}
