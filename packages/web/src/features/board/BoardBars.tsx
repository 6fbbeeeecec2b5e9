// SPDX-License-Identifier: Apache-2.0
// Bars that come and go on the board: of the plan, and of who is selected.
import { ArrowRightLeft, EllipsisVertical } from 'lucide-react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import type { BoardHandlers } from './boardHandlers.ts'
import type { BoardPerson } from './boardModel.ts'

export interface DraftBarProps {
  readonly count: number
  readonly onDiscard: () => void
  readonly onApply: () => void
}

export function DraftBar({ count, onDiscard, onApply }: DraftBarProps) {
  return (
    <div className="board-draft" role="toolbar" aria-label={t('board.draft')}>
      <span>{count === 0 ? t('board.draftEmpty') : t('board.draftCount', { count })}</span>
      <Button look="plain" isDisabled={count === 0} onPress={onDiscard}>
        {t('board.discard')}
      </Button>
      <Button look="primary" isDisabled={count === 0} onPress={onApply}>
        {t('board.apply')}
      </Button>
    </div>
  )
}

export interface SelectionBarProps {
  readonly count: number
  readonly onMove: () => void
  /** Whose menu stands in it: where fingers point, chips have none. Undefined: several people are selected. */
  readonly person: BoardPerson | undefined
  readonly onMenu: BoardHandlers['openPersonMenu']
  readonly onClear: () => void
}

export function SelectionBar({ count, onMove, person, onMenu, onClear }: SelectionBarProps) {
  return (
    <div className="board-selection" role="toolbar" aria-label={t('board.selected', { count })}>
      <span>{t('board.selected', { count })}</span>
      {person ? (
        <IconButton
          label={t('rooms.actionsFor', { name: person.name })}
          icon={<EllipsisVertical />}
          look="quiet"
          onPress={({ target }) => onMenu(person.participantId, target)}
        />
      ) : null}
      <Button look="primary" onPress={onMove}>
        <ArrowRightLeft aria-hidden="true" /> {t('board.moveTo')}
      </Button>
      <Button look="plain" onPress={onClear}>
        {t('board.clear')}
      </Button>
    </div>
  )
}
