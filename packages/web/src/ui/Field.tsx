// SPDX-License-Identifier: Apache-2.0
// A text field with a label, a hint and an error in words.
import type { ReactNode, Ref } from 'react'
import { TextField as AriaTextField, FieldError, Input, Label, Text } from 'react-aria-components'
import './field.css'

export interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onEscape?: () => void
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
    onEscape,
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
      {...(onEscape && { onKeyDown: (event) => (event.key === 'Escape' ? onEscape() : event.continuePropagation()) })}
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
