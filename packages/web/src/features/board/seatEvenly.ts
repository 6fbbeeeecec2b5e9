// SPDX-License-Identifier: Apache-2.0
// "Seat them evenly" in a plan: over what the plan has in each room, which the server does not know.
import type { ParticipantId, RoomGroup } from '@alcove/protocol'
import { fillSmallest, tooFewPlacesText } from '../rooms/fillSmallest.ts'
import type { BoardModel } from './boardModel.ts'

export type EvenSeating = { readonly groups: readonly RoomGroup[] } | { readonly problem: string }

/** Everybody in the tray who is no moderator, mixed by chance; or that the rooms have too few places. */
export function seatEvenly({ tray, cards }: Pick<BoardModel, 'tray' | 'cards'>): EvenSeating {
  const people = mixed(tray.people.filter(({ isModerator }) => !isModerator).map((one) => one.participantId))
  const rooms = cards.map(({ placesTaken, capacity = Number.POSITIVE_INFINITY }) => ({
    before: placesTaken,
    places: capacity,
  }))
  const going = fillSmallest(rooms, people.length)
  if (!going) return { problem: tooFewPlacesText(rooms, people.length) }
  const inRoom = (place: number) => people.filter((_, one) => going[one] === place)
  return { groups: cards.map(({ roomId }, place) => ({ roomId, participantIds: inRoom(place) })) }
}

function mixed(people: readonly ParticipantId[]): readonly ParticipantId[] {
  return people
    .map((id) => ({ id, place: Math.random() }))
    .sort((first, second) => first.place - second.place)
    .map(({ id }) => id)
}
