// SPDX-License-Identifier: Apache-2.0
// A choice of one among a few words in a row, such as the length of a countdown.
import { t } from '../../i18n/texts.ts'
import { ChoiceRow } from '../../ui/ChoiceRow.tsx'

/** Countdowns that are offered; 30 s is chosen unless somebody chooses otherwise. */
const countdowns = [0, 10, 30, 60]

export const usualCountdownMs = 30_000

export interface WhenChoiceProps {
  readonly inMs: number
  readonly onChange: (inMs: number) => void
}

export function WhenChoice({ inMs, onChange }: WhenChoiceProps) {
  return (
    <ChoiceRow
      label={t('words.when')}
      choices={countdowns.map((seconds) => ({
        id: `${seconds}`,
        label: seconds === 0 ? t('running.now') : t('running.seconds', { seconds }),
      }))}
      chosen={`${inMs / 1000}`}
      onChoose={(seconds) => onChange(Number(seconds) * 1000)}
    />
  )
}
