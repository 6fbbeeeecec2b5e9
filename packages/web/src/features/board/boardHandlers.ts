// SPDX-License-Identifier: Apache-2.0
// What cards and chips can ask of the board. One object that stays the same, so that cards are drawn anew for their own sake only.
import type { ParticipantId, RoomId } from '@alcove/protocol'

export interface DraggedPerson {
  readonly participantId: ParticipantId
  readonly name: string
}

export interface BoardHandlers {
  /** Of what was dropped or chosen; ids that nobody has are passed over. */
  readonly move: (ids: readonly string[], roomId: RoomId) => void
  /** Of these people of one room; those of other rooms stay selected. */
  readonly select: (roomId: RoomId, ids: readonly ParticipantId[]) => void
  /** Who goes along when these are dragged: everybody who is selected, if they are. */
  readonly withSelected: (ids: readonly ParticipantId[]) => readonly DraggedPerson[]
  readonly openPersonMenu: (participantId: ParticipantId, anchor: Element) => void
  readonly openRoomMenu: (roomId: RoomId, anchor: Element) => void
  readonly look: (roomId: RoomId, isLooking: boolean) => void
  readonly join: (roomId: RoomId) => void
}
