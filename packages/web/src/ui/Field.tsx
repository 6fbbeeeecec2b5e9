// SPDX-License-Identifier: Apache-2.0
// Text and number fields with a label, a hint and an error in words.

import { Minus, Plus } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import {
  NumberField as AriaNumberField,
  TextField as AriaTextField,
  Button,
  FieldError,
  Group,
  Input,
  Label,
  Text,
} from 'react-aria-components'
import './field.css'

export interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly maxLength?: number
  readonly autoFocus?: boolean
  readonly autoComplete?: string
  readonly isReadOnly?: boolean
  readonly hideLabel?: boolean
  readonly size?: 'medium' | 'large'
  readonly inputRef?: Ref<HTMLInputElement>
}

export function TextField(props: TextFieldProps) {
  const {
    label,
    value,
    onChange,
    placeholder,
    hint,
    error,
    maxLength,
    autoFocus = false,
    autoComplete = 'off',
    hideLabel = false,
    isReadOnly = false,
  } = props
  return (
    <AriaTextField
      isReadOnly={isReadOnly}
      className={`field field-${props.size ?? 'medium'}`}
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      autoFocus={autoFocus}
      autoComplete={autoComplete}
      {...(maxLength === undefined ? {} : { maxLength })}
    >
      <Label className={hideLabel ? 'only-read-aloud' : 'field-label'}>{label}</Label>
      <Input
        className="field-input"
        spellCheck={false}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(props.inputRef ? { ref: props.inputRef } : {})}
      />
      {hint === undefined ? null : (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  )
}

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
