// SPDX-License-Identifier: Apache-2.0
// A choice of one among a few words in a row, such as the length of a countdown.
import { Label, Radio, RadioGroup } from 'react-aria-components'
import './running.css'

/** Countdowns that are offered; 30 s is chosen unless somebody chooses otherwise. */
const countdowns = [
  { seconds: 0, label: 'Now' },
  { seconds: 10, label: '10 s' },
  { seconds: 30, label: '30 s' },
  { seconds: 60, label: '60 s' },
] as const

export const usualCountdownMs = 30_000

export interface WhenChoiceProps {
  readonly inMs: number
  readonly onChange: (inMs: number) => void
}

export function WhenChoice({ inMs, onChange }: WhenChoiceProps) {
  return (
    <RadioGroup className="when" value={`${inMs / 1000}`} onChange={(seconds) => onChange(Number(seconds) * 1000)}>
      <Label className="field-label">When</Label>
      <div className="when-choices">
        {countdowns.map(({ seconds, label }) => (
          <Radio key={seconds} value={`${seconds}`} className="when-choice">
            {label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
