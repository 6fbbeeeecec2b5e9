// SPDX-License-Identifier: Apache-2.0
// The password of the meeting and its moderator link: for moderators.
import { maxRoomPasswordLength } from '@alcove/protocol'
import { type FormEvent, useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/Field.tsx'
import type { MeetingDoorActions } from './meetingDoorActions.ts'
import { isPasswordFit } from './passwordRule.ts'
import { useModeratorLink } from './useModeratorLink.ts'

export interface DoorDialogViewProps {
  readonly type: 'meeting-password' | 'moderator-link'
  readonly hasPassword: boolean
  /** Passwords are so many digits; undefined: any words. */
  readonly passwordDigits: number | undefined
  readonly actions: MeetingDoorActions
  readonly onClose: () => void
}

export function DoorDialogView({ type, hasPassword, passwordDigits, actions, onClose }: DoorDialogViewProps) {
  if (type === 'moderator-link') return <ModeratorLinkDialog onMake={actions.makeModeratorLink} onClose={onClose} />
  return (
    <MeetingPasswordDialog
      hasPassword={hasPassword}
      digits={passwordDigits}
      onSet={actions.setPassword}
      onClose={onClose}
    />
  )
}

interface MeetingPasswordDialogProps {
  readonly hasPassword: boolean
  readonly digits: number | undefined
  readonly onSet: (password: string | undefined) => void
  readonly onClose: () => void
}

function MeetingPasswordDialog({ hasPassword, digits, onSet, onClose }: MeetingPasswordDialogProps) {
  const [password, setPassword] = useState('')
  const isFit = password !== '' && isPasswordFit(password, digits)
  const finish = (wanted: string | undefined) => {
    onSet(wanted)
    onClose()
  }
  const set = (event: FormEvent) => {
    event.preventDefault()
    if (isFit) finish(password)
  }
  return (
    <Dialog title={t('door.passwordTitle')} onClose={onClose}>
      <form className="dialog-form" onSubmit={set}>
        <p className="muted-text">
          {t('door.passwordText')} {digits === undefined ? '' : t('door.passwordDigits', { count: digits })}
        </p>
        <TextField
          label={t('doors.password')}
          value={password}
          onChange={setPassword}
          maxLength={digits ?? maxRoomPasswordLength}
          autoFocus
        />
        <DialogActions>
          {hasPassword ? (
            <Button look="danger-quiet" onPress={() => finish(undefined)}>
              {t('doors.removePassword')}
            </Button>
          ) : (
            <Button onPress={onClose}>{t('words.cancel')}</Button>
          )}
          <Button type="submit" look="primary" isDisabled={!isFit}>
            {t('door.setPassword')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

interface ModeratorLinkDialogProps {
  readonly onMake: MeetingDoorActions['makeModeratorLink']
  readonly onClose: () => void
}

/** Asks first: an older link ends with it. */
function ModeratorLinkDialog({ onMake, onClose }: ModeratorLinkDialogProps) {
  const { link, isCopied, make, copy } = useModeratorLink(onMake)
  const makeOrClose = async () => {
    if (!(await make())) onClose()
  }
  return (
    <Dialog title={t('door.linkTitle')} onClose={onClose}>
      <div className="dialog-form">
        <p className="muted-text">{t('door.linkText')}</p>
        {link === undefined ? null : (
          <TextField label={t('door.linkLabel')} value={link} onChange={() => {}} isReadOnly />
        )}
        <p role="status">{link === undefined ? '' : isCopied ? t('door.linkCopied') : t('door.linkToCopy')}</p>
        <DialogActions>
          <Button onPress={onClose}>{link === undefined ? t('words.cancel') : t('door.done')}</Button>
          <Button look="primary" onPress={() => void (link === undefined ? makeOrClose() : copy(link))}>
            {link === undefined ? t('door.makeLink') : t('door.copyAgain')}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}
