// SPDX-License-Identifier: Apache-2.0
// What "Split into rooms" will do, computed before it is done: how many rooms to add, and how many people come into each. Moderators are not
// seated: they go anywhere by themselves.
import { t } from '../../i18n/texts.ts'
import type { RoomSectionModel } from './roomsPane.ts'

export type SplitWho = 'main-room' | 'everybody'

export interface SplitPlan {
  readonly roomsToAdd: number
  /** In words, for the dialog. */
  readonly summary: string
}

/** How many people each choice seats now. */
export function countSeated(sections: readonly RoomSectionModel[]): Readonly<Record<SplitWho, number>> {
  const sum = (chosen: readonly RoomSectionModel[]) => chosen.reduce((total, one) => total + seatedIn(one), 0)
  return { 'main-room': sum(sections.filter((one) => one.isMain)), everybody: sum(sections) }
}

/** About four people a room; never fewer rooms than there are. */
export function suggestRoomCount(peopleCount: number, existingRooms: number): number {
  return Math.max(existingRooms, 2, Math.min(8, Math.round(peopleCount / 4)))
}

export function planSplit(
  sections: readonly RoomSectionModel[],
  who: SplitWho,
  roomCount: number,
  hold = false,
): SplitPlan {
  const rooms = sections.filter((one) => !one.isMain)
  const people = countSeated(sections)[who]
  const before =
    who === 'everybody' ? rooms.map(() => 0) : rooms.map((room) => (hold ? belongingTo(room, rooms) : seatedIn(room)))
  const roomsToAdd = Math.max(0, roomCount - rooms.length)
  const sizes = fillSmallest([...before, ...Array.from({ length: roomsToAdd }, () => 0)], people)
  return { roomsToAdd, summary: toSummary(people, sizes, before) }
}

function seatedIn(section: RoomSectionModel): number {
  return section.people.filter((person) => !person.isModerator).length
}

/** Of those outside the main room: who is assigned to this room, or is in it and assigned to none. */
function belongingTo(room: RoomSectionModel, rooms: readonly RoomSectionModel[]): number {
  return rooms.reduce((total, { roomId, people }) => {
    const theirs = people.filter((one) => !one.isModerator && (one.assignedRoomId ?? roomId) === room.roomId)
    return total + theirs.length
  }, 0)
}

function fillSmallest(before: readonly number[], people: number): readonly number[] {
  const sizes = [...before]
  for (let seated = 0; seated < people; seated += 1) {
    const smallest = sizes.indexOf(Math.min(...sizes))
    sizes[smallest] = (sizes[smallest] ?? 0) + 1
  }
  return sizes
}

function toSummary(people: number, sizes: readonly number[], before: readonly number[]): string {
  if (people === 0) return t('split.nobody')
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)]
  const values = { people: t('words.people', { count: people }), size: toSize(least, most) }
  if (before.some((size) => size > 0)) return t('split.beside', values)
  return t('split.each', { ...values, rooms: t('split.rooms', { count: sizes.length }) })
}

function toSize(least: number, most: number): string | number {
  if (least === most) return most
  return most - least > 1 ? t('split.sizeTo', { least, most }) : t('split.sizeOr', { least, most })
}
