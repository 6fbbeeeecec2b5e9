// SPDX-License-Identifier: Apache-2.0
// Asks for the password of a room; stays open until it was right or given up.
import { maxRoomPasswordLength } from '@alcove/protocol'
import { type FormEvent, useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/Field.tsx'

export interface PasswordDialogProps {
  readonly roomName: string
  /** Resolves with undefined when one is in, else with why not. */
  readonly onJoin: (password: string) => Promise<string | undefined>
  readonly onClose: () => void
}

export function PasswordDialog({ roomName, onJoin, onClose }: PasswordDialogProps) {
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string>()
  const join = (event: FormEvent) => {
    event.preventDefault()
    if (password === '') return
    void onJoin(password).then((refused) => (refused === undefined ? onClose() : setProblem(refused)))
  }
  return (
    <Dialog title={t('doors.passwordTitle', { room: roomName })} onClose={onClose}>
      <form className="dialog-form" onSubmit={join}>
        <TextField
          label={t('doors.password')}
          value={password}
          onChange={(value) => {
            setPassword(value)
            setProblem(undefined)
          }}
          error={problem}
          maxLength={maxRoomPasswordLength}
          autoFocus
        />
        <DialogActions>
          <Button onPress={onClose}>{t('words.cancel')}</Button>
          <Button type="submit" look="primary" isDisabled={password === ''}>
            {t('doors.join')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
