// SPDX-License-Identifier: Apache-2.0
// Where people are to go, from a list that is found by name: the way by touch, and the quick one among many rooms.
import type { RoomId } from '@alcove/protocol'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/Field.tsx'
import { findNamed } from '../../ui/narrowed.ts'
import { RoomMark } from '../../ui/RoomMark.tsx'
import { placesText } from '../rooms/placesText.ts'
import type { BoardCard, BoardModel } from './boardModel.ts'

export interface MoveDialogProps {
  /** Whom, in words. */
  readonly who: string
  readonly board: BoardModel
  readonly onMove: (roomId: RoomId) => void
  readonly onClose: () => void
}

/** Fewer rooms are found by looking. */
const searchFrom = 10

export function MoveDialog({ who, board, onMove, onClose }: MoveDialogProps) {
  const [wanted, setWanted] = useState('')
  const { tray, cards } = board
  const found = findNamed(cards, ({ name }) => name, wanted)
  const choose = (roomId: RoomId) => {
    onMove(roomId)
    onClose()
  }
  return (
    <Dialog title={t('board.moveWho', { who })} onClose={onClose}>
      {cards.length >= searchFrom ? (
        <TextField
          label={t('board.findRoom')}
          hideLabel
          value={wanted}
          onChange={setWanted}
          placeholder={t('board.findRoom')}
          autoFocus
        />
      ) : null}
      {found.length === 0 && cards.length > 0 ? <p className="muted-text">{t('board.noRoomFound')}</p> : null}
      <ul className="move-list">
        {found.map((card) => (
          <MoveChoice key={card.roomId} card={card} name={card.name} onChoose={choose} />
        ))}
        <MoveChoice card={tray} name={t('board.notSeated')} onChoose={choose} />
      </ul>
      <DialogActions>
        <Button onPress={onClose}>{t('words.cancel')}</Button>
      </DialogActions>
    </Dialog>
  )
}

interface MoveChoiceProps {
  readonly card: BoardCard
  readonly name: string
  readonly onChoose: (roomId: RoomId) => void
}

function MoveChoice({ card, name, onChoose }: MoveChoiceProps) {
  return (
    <li>
      <AriaButton className="move-choice" onPress={() => onChoose(card.roomId)}>
        <RoomMark index={card.index} />
        <span className="move-choice-name">{name}</span>
        <span className="muted-text">{placesText(card)}</span>
      </AriaButton>
    </li>
  )
}
