// SPDX-License-Identifier: Apache-2.0
// Seating people evenly, as the server does it. Pure.
import { t } from '../../i18n/texts.ts'

export interface RoomToFill {
  /** People who take a place there already. */
  readonly before: number
  readonly places: number
}

/** Where each person goes, as a place in the list of rooms: one after the other into the smallest room that has a place; undefined: not all have one. */
export function fillSmallest(rooms: readonly RoomToFill[], people: number): readonly number[] | undefined {
  const sizes = rooms.map(({ before }) => before)
  const going: number[] = []
  for (let seated = 0; seated < people; seated += 1) {
    const free = rooms.map(({ places }, place) => ((sizes[place] ?? 0) < places ? (sizes[place] ?? 0) : undefined))
    const least = Math.min(...free.filter((size) => size !== undefined))
    if (!Number.isFinite(least)) return undefined
    const smallest = free.indexOf(least)
    sizes[smallest] = least + 1
    going.push(smallest)
  }
  return going
}

export function tooFewPlacesText(rooms: readonly RoomToFill[], people: number): string {
  const count = rooms.reduce((sum, { before, places }) => sum + Math.max(0, places - before), 0)
  return t('split.tooFewPlaces', { people: t('words.people', { count: people }), count })
}
