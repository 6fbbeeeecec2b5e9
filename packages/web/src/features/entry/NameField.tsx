// SPDX-License-Identifier: Apache-2.0
// One's own name, as the others will see it.
import { t } from '../../i18n/texts.ts'
import { TextField } from '../../ui/Field.tsx'

export interface NameFieldProps {
  readonly name: string
  readonly onChange: (name: string) => void
  readonly error: string | undefined
  readonly isFixed?: boolean
  readonly autoFocus?: boolean
}

export function NameField({ name, onChange, error, isFixed = false, autoFocus = false }: NameFieldProps) {
  return (
    <TextField
      label={t('entry.name')}
      value={name}
      onChange={onChange}
      maxLength={80}
      autoComplete="name"
      isReadOnly={isFixed}
      autoFocus={autoFocus}
      error={error}
    />
  )
}
