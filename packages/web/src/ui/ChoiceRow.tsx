// SPDX-License-Identifier: Apache-2.0
// A choice of one among a few, all in sight: each a word, or a small picture with a word.
import type { ReactNode } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import './choiceRow.css'

export interface ChoiceRowProps<Id extends string> {
  readonly label: string
  readonly choices: readonly { readonly id: Id; readonly label: string; readonly picture?: ReactNode }[]
  /** Undefined: none of them. */
  readonly chosen: Id | undefined
  readonly onChoose: (id: Id) => void
}

export function ChoiceRow<Id extends string>({ label, choices, chosen, onChoose }: ChoiceRowProps<Id>) {
  const choose = (value: string) => {
    const choice = choices.find(({ id }) => id === value)
    if (choice) onChoose(choice.id)
  }
  return (
    <RadioGroup className="choice-row" value={chosen ?? null} onChange={choose}>
      <Label className="field-label">{label}</Label>
      <div className="choice-row-choices">
        {choices.map(({ id, label: words, picture }) => (
          <Radio key={id} value={id} className="choice-row-choice">
            {picture}
            <span>{words}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
