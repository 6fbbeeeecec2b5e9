// SPDX-License-Identifier: Apache-2.0
// A choice of one from a short list, as a field that opens a list.
import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import './menu.css'
import './selectField.css'

export interface SelectChoice<Id extends string> {
  readonly id: Id
  readonly label: string
}

export interface SelectFieldProps<Id extends string> {
  readonly label: string
  readonly hideLabel?: boolean
  readonly choices: readonly SelectChoice<Id>[]
  readonly chosen: Id | undefined
  readonly placeholder: string
  /** Absent: nothing can be chosen now. */
  readonly onChoose?: ((id: Id) => void) | undefined
  readonly icon?: ReactNode
  /** Stands at the right end of the field, such as a level meter. */
  readonly trailing?: ReactNode
}

export function SelectField<Id extends string>(props: SelectFieldProps<Id>) {
  const { label, hideLabel = false, choices, chosen, placeholder, onChoose, icon, trailing } = props
  const choose = (key: unknown) => {
    const choice = choices.find((one) => one.id === key)
    if (choice) onChoose?.(choice.id)
  }
  return (
    <Select
      className="field"
      value={choices.some((one) => one.id === chosen) ? (chosen ?? null) : null}
      onChange={choose}
      isDisabled={!onChoose || choices.length === 0}
      placeholder={placeholder}
    >
      <Label className={hideLabel ? 'only-read-aloud' : 'field-label'}>{label}</Label>
      <Button className="select-button">
        {icon}
        <SelectValue className="select-value" />
        {trailing}
        <ChevronDown className="select-chevron" aria-hidden="true" size={16} />
      </Button>
      <Popover className="popover popover-as-wide" offset={6}>
        <ListBox className="menu">
          {choices.map((choice) => (
            <ListBoxItem key={choice.id} id={choice.id} className="menu-item" textValue={choice.label}>
              {({ isSelected }) => (
                <>
                  <span className="menu-item-label">{choice.label}</span>
                  {isSelected ? <Check className="menu-item-check" aria-hidden="true" /> : null}
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}
