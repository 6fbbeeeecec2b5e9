// SPDX-License-Identifier: Apache-2.0
// Into how many rooms, or rooms of how many people: the same question for a split and for a plan of rounds.
import { t } from '../../i18n/texts.ts'
import { ChoiceRow } from '../../ui/ChoiceRow.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import type { SplitChoices } from './splitPlan.ts'

export interface SizeFieldsProps {
  readonly choices: SplitChoices
  readonly onChange: (change: Partial<SplitChoices>) => void
}

const mostRooms = 50
const largestRoom = 100

export function SizeFields({ choices, onChange }: SizeFieldsProps) {
  return (
    <>
      <ChoiceRow
        label={t('split.by')}
        choices={[
          { id: 'rooms', label: t('split.byRooms') },
          { id: 'size', label: t('split.bySize') },
        ]}
        chosen={choices.by}
        onChoose={(by) => onChange({ by })}
      />
      {choices.by === 'rooms' ? (
        <NumberField
          label={t('split.howMany')}
          value={choices.rooms}
          onChange={(rooms) => onChange({ rooms })}
          min={1}
          max={mostRooms}
        />
      ) : (
        <NumberField
          label={t('split.howLarge')}
          value={choices.size}
          onChange={(size) => onChange({ size })}
          min={1}
          max={largestRoom}
        />
      )}
    </>
  )
}
