// SPDX-License-Identifier: Apache-2.0
// The menus of a room and of a person on the board: what the pane has, and moving by a list.
import type { ParticipantId, RoomId } from '@alcove/protocol'
import { ArrowRightLeft } from 'lucide-react'
import { t } from '../../i18n/texts.ts'
import type { MenuGroup } from '../../ui/Menu.tsx'
import type { RoomsDialog } from '../rooms/dialogs.tsx'
import type { MenuClicks } from '../rooms/menuClicks.ts'
import { toPersonRights } from '../rooms/personMenu.tsx'
import { toRoomMenu } from '../rooms/roomMenu.tsx'
import type { ModerateActions } from '../rooms/roomsActions.ts'
import type { RoomsPaneModel } from '../rooms/roomsPane.ts'
import { type BoardModel, type BoardPeople, cardOf } from './boardModel.ts'

export interface OpenMenu {
  readonly anchor: Element
  readonly of:
    | { readonly type: 'person'; readonly participantId: ParticipantId }
    | { readonly type: 'room'; readonly roomId: RoomId }
}

export interface MenuContext {
  readonly pane: RoomsPaneModel
  readonly moderate: ModerateActions
  readonly selection: ReadonlySet<ParticipantId>
  readonly canEdit: boolean
  readonly setDialog: (dialog: RoomsDialog) => void
  readonly setMoving: (ids: readonly ParticipantId[]) => void
  readonly toTold: MenuClicks
}

export function toMenuGroups({ of }: OpenMenu, context: MenuContext): readonly MenuGroup[] {
  const { pane, moderate, selection, canEdit, setDialog, setMoving, toTold } = context
  if (of.type === 'room') {
    const section = pane.sections.find(({ roomId }) => roomId === of.roomId)
    return section ? toRoomMenu({ section, model: pane, moderate, onDialog: setDialog }) : []
  }
  const { participantId } = of
  const ids = selection.has(participantId) ? [...selection] : [participantId]
  const label = ids.length > 1 ? t('board.moveCount', { count: ids.length }) : t('board.moveTo')
  const move = { id: 'move', label, icon: <ArrowRightLeft />, onAction: () => setMoving(ids) }
  const place = pane.sections.find((section) => section.people.some((row) => row.participantId === participantId))
  const person = place?.people.find((row) => row.participantId === participantId)
  const rights =
    place && person && !pane.hidden.has('person-menu')
      ? toPersonRights({ person, roomId: place.roomId, model: pane, moderate, onDialog: setDialog })
      : []
  return toTold(participantId, [{ id: 'board', entries: canEdit ? [move] : [] }, ...rights])
}

export function toMenuLabel({ of }: OpenMenu, board: BoardModel, people: BoardPeople): string {
  const name = of.type === 'room' ? cardOf(board, of.roomId)?.name : people.get(of.participantId)?.name
  return t('rooms.actionsFor', { name: name ?? '' })
}
