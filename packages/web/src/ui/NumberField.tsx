// SPDX-License-Identifier: Apache-2.0
// A field for a number with a button on each side. Apart from the text field: what counts is loaded with the dialogs that ask for a number.
import { Minus, Plus } from 'lucide-react'
import { NumberField as AriaNumberField, Button, Group, Input, Label } from 'react-aria-components'
import './field.css'

export interface NumberFieldProps {
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
  readonly min: number
  readonly max: number
}

export function NumberField({ label, value, onChange, min, max }: NumberFieldProps) {
  return (
    <AriaNumberField
      className="field"
      value={value}
      onChange={(next) => onChange(Number.isNaN(next) ? min : next)}
      minValue={min}
      maxValue={max}
    >
      <Label className="field-label">{label}</Label>
      <Group className="field-stepper">
        <Button slot="decrement" className="field-step">
          <Minus aria-hidden="true" size={18} />
        </Button>
        <Input className="field-input" />
        <Button slot="increment" className="field-step">
          <Plus aria-hidden="true" size={18} />
        </Button>
      </Group>
    </AriaNumberField>
  )
}
