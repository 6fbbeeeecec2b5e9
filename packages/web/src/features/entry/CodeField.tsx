// SPDX-License-Identifier: Apache-2.0
// The code of a prepared seat, for who was given it in words and not as a link: one line until it is asked for.
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'

export interface CodeFieldProps {
  /** Undefined: the person has not said that they have one. */
  readonly code: string | undefined
  readonly onChange: (code: string) => void
  readonly error: string | undefined
}

export function CodeField({ code, onChange, error }: CodeFieldProps) {
  if (code === undefined)
    return (
      <Button size="small" look="plain" className="entry-code" onPress={() => onChange('')}>
        {t('entry.haveCode')}
      </Button>
    )
  return (
    <TextField
      label={t('entry.code')}
      hint={t('entry.codeHint')}
      value={code}
      onChange={onChange}
      maxLength={100}
      autoFocus
      error={error}
    />
  )
}
