// SPDX-License-Identifier: Apache-2.0
// One's own name in the meeting, to be changed while one is in it.
import { type FormEvent, useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { NameField } from '../entry/NameField.tsx'

export interface OwnNameProps {
  readonly name: string
  /** Resolves with what went wrong, in words. */
  readonly onRename: (name: string) => Promise<string | undefined>
}

export function OwnName({ name, onRename }: OwnNameProps) {
  const [wanted, setWanted] = useState(name)
  const [problem, setProblem] = useState<string>()
  const isNew = wanted.trim() !== '' && wanted.trim() !== name
  const rename = (event: FormEvent) => {
    event.preventDefault()
    if (isNew) void onRename(wanted.trim()).then(setProblem)
  }
  return (
    <form className="settings-with-button" onSubmit={rename}>
      <NameField
        name={wanted}
        onChange={(value) => {
          setWanted(value)
          setProblem(undefined)
        }}
        error={problem}
      />
      <Button type="submit" look="outline" isDisabled={!isNew}>
        {t('settings.rename')}
      </Button>
      <p className="only-read-aloud" role="status">
        {t('settings.nameNow', { name })}
      </p>
    </form>
  )
}
