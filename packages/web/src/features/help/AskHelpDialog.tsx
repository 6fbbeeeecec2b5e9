// SPDX-License-Identifier: Apache-2.0
// Asking the moderators for help, with a few words if one likes.
import { maxHelpTextLength } from '@alcove/protocol'
import { type FormEvent, useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { TextArea } from '../../ui/TextArea.tsx'

export interface AskHelpDialogProps {
  readonly onAsk: (text: string | undefined) => void
  readonly onClose: () => void
}

export function AskHelpDialog({ onAsk, onClose }: AskHelpDialogProps) {
  const [text, setText] = useState('')
  const ask = (event: FormEvent) => {
    event.preventDefault()
    onAsk(text.trim() === '' ? undefined : text)
    onClose()
  }
  return (
    <Dialog title={t('help.askTitle')} onClose={onClose}>
      <form className="dialog-form" onSubmit={ask}>
        <p className="muted-text">{t('help.askText')}</p>
        <TextArea
          label={t('help.what')}
          value={text}
          onChange={setText}
          maxLength={maxHelpTextLength}
          rows={2}
          autoFocus
        />
        <DialogActions>
          <Button onPress={onClose}>{t('words.notNow')}</Button>
          <Button type="submit" look="primary">
            {t('help.ask')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
