// SPDX-License-Identifier: Apache-2.0
// Into which rooms the wall looks: all, and where those are more than one may look into, those on screen first. Pure.
import { maxGlances, type RoomId } from '@alcove/protocol'
import type { BoardCard } from '../board/boardModel.ts'

/** In the order of the rooms. What is looked into stays so as long as there is a place for it: pictures do not come and go while one scrolls. */
export function toWallLooks(cards: readonly BoardCard[], onScreen: ReadonlySet<RoomId>): readonly RoomId[] {
  const open = cards.filter(({ seeing }) => seeing !== undefined && seeing.lookIn.status !== 'unavailable')
  const isOn = ({ seeing }: BoardCard) => seeing?.lookIn.status === 'on'
  const wanted = [
    ...open.filter(({ roomId }) => onScreen.has(roomId)),
    ...open.filter((card) => !onScreen.has(card.roomId) && isOn(card)),
    ...open.filter((card) => !onScreen.has(card.roomId) && !isOn(card)),
  ].slice(0, maxGlances)
  return open.filter((card) => wanted.includes(card)).map(({ roomId }) => roomId)
}
