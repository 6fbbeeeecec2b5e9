// SPDX-License-Identifier: Apache-2.0
// Where moderators change what a room has: name, task, capacity, lock, password. Sends only what was changed.
import type { RoomChange } from '@alcove/client'
import { maxNameLength, maxRoomPasswordLength, maxTaskLength } from '@alcove/protocol'
import { type FormEvent, useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckField } from '../../ui/CheckField.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/Field.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import type { DoorModel } from './doorModel.ts'

export interface RoomSettingsDialogProps {
  readonly name: string
  readonly door: DoorModel
  readonly onChange: (change: RoomChange) => void
  readonly onClose: () => void
}

const usualCapacity = 6

export function RoomSettingsDialog({ name: oldName, door, onChange, onClose }: RoomSettingsDialogProps) {
  const [name, setName] = useState(oldName)
  const [task, setTask] = useState(door.task ?? '')
  const [isLimited, setIsLimited] = useState(door.capacity !== undefined)
  const [capacity, setCapacity] = useState(door.capacity ?? usualCapacity)
  const [locked, setLocked] = useState(door.locked)
  const [password, setPassword] = useState('')
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    const wanted = isLimited ? capacity : undefined
    onChange({
      ...(name.trim() !== oldName && { name: name.trim() }),
      ...(task.trim() !== (door.task ?? '') && { task: task.trim() === '' ? null : task }),
      ...(wanted !== door.capacity && { capacity: wanted ?? null }),
      ...(locked !== door.locked && { locked }),
      ...(password !== '' && { password }),
    })
    onClose()
  }
  return (
    <Dialog title={t('doors.settingsTitle', { room: oldName })} onClose={onClose}>
      <form className="dialog-form" onSubmit={save}>
        <TextField label={t('doors.name')} value={name} onChange={setName} maxLength={maxNameLength} autoFocus />
        <TextArea label={t('doors.taskField')} value={task} onChange={setTask} maxLength={maxTaskLength} />
        <CheckField isSelected={isLimited} onChange={setIsLimited}>
          {t('doors.limit')}
        </CheckField>
        {isLimited ? (
          <NumberField label={t('doors.capacity')} value={capacity} onChange={setCapacity} min={1} max={1000} />
        ) : null}
        <CheckField isSelected={locked} onChange={setLocked}>
          {t('doors.lock')}
        </CheckField>
        <TextField
          label={t('doors.newPassword')}
          value={password}
          onChange={setPassword}
          maxLength={maxRoomPasswordLength}
          {...(door.hasPassword && { hint: t('doors.keepPassword') })}
        />
        {door.hasPassword ? (
          <Button
            size="small"
            look="danger-quiet"
            onPress={() => {
              onChange({ password: null })
              onClose()
            }}
          >
            {t('doors.removePassword')}
          </Button>
        ) : null}
        <DialogActions>
          <Button onPress={onClose}>{t('words.cancel')}</Button>
          <Button type="submit" look="primary" isDisabled={name.trim() === ''}>
            {t('doors.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
