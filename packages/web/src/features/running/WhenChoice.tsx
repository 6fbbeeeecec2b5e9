// SPDX-License-Identifier: Apache-2.0
// A choice of one among a few words in a row, such as the length of a countdown.
import { Label, Radio, RadioGroup } from 'react-aria-components'
import './running.css'
import { t } from '../../i18n/texts.ts'

/** Countdowns that are offered; 30 s is chosen unless somebody chooses otherwise. */
const countdowns = [0, 10, 30, 60]

export const usualCountdownMs = 30_000

export interface WhenChoiceProps {
  readonly inMs: number
  readonly onChange: (inMs: number) => void
}

export function WhenChoice({ inMs, onChange }: WhenChoiceProps) {
  return (
    <RadioGroup className="when" value={`${inMs / 1000}`} onChange={(seconds) => onChange(Number(seconds) * 1000)}>
      <Label className="field-label">{t('words.when')}</Label>
      <div className="when-choices">
        {countdowns.map((seconds) => (
          <Radio key={seconds} value={`${seconds}`} className="when-choice">
            {seconds === 0 ? t('running.now') : t('running.seconds', { seconds })}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
