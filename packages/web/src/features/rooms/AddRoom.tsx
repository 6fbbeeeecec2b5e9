// SPDX-License-Identifier: Apache-2.0
// Adds a room: type a name, or leave it to the server, which counts.
import { Plus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'

export interface AddRoomProps {
  readonly onAdd: (name: string | undefined) => void
}

export function AddRoom({ onAdd }: AddRoomProps) {
  const [name, setName] = useState('')
  const add = (event: FormEvent) => {
    event.preventDefault()
    onAdd(name.trim() === '' ? undefined : name.trim())
    setName('')
  }
  return (
    <form className="add-room" onSubmit={add}>
      <TextField
        label={t('rooms.addName')}
        hideLabel
        value={name}
        onChange={setName}
        placeholder={t('rooms.addPlaceholder')}
        maxLength={80}
      />
      <Button type="submit">
        <Plus aria-hidden="true" /> {t('rooms.add')}
      </Button>
    </form>
  )
}
