// SPDX-License-Identifier: Apache-2.0
// What "Split into rooms" will do, computed before it is done: how many rooms to add, and how many people come into each.

export type SplitWho = 'main-room' | 'everybody'

export interface SplitPlan {
  readonly roomsToAdd: number
  /** In words, for the dialog. */
  readonly summary: string
}

/** Two people per room is where a split begins to make sense; never fewer rooms than there are. */
export function suggestRoomCount(peopleCount: number, existingRooms: number): number {
  return Math.max(existingRooms, 2, Math.min(8, Math.round(peopleCount / 4)))
}

export function planSplit(peopleCount: number, roomCount: number, existingRooms: number): SplitPlan {
  const least = Math.floor(peopleCount / roomCount)
  const most = Math.ceil(peopleCount / roomCount)
  const each = least === most ? `${most}` : `${least} or ${most}`
  return {
    roomsToAdd: Math.max(0, roomCount - existingRooms),
    summary:
      peopleCount === 0
        ? 'Nobody is there to be seated yet.'
        : `${count(peopleCount, 'person', 'people')} in ${count(roomCount, 'room', 'rooms')}: ${each} in each.`,
  }
}

export function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}
