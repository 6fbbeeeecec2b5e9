// SPDX-License-Identifier: Apache-2.0
// A question before something that cannot be taken back. The safe answer has the focus.
import type { ReactNode } from 'react'
import { t } from '../i18n/texts.ts'
import { Button } from './Button.tsx'
import { Dialog, DialogActions } from './Dialog.tsx'

export interface ConfirmDialogProps {
  readonly title: string
  /** What will happen. */
  readonly children: ReactNode
  /** Words of the button that does it. */
  readonly confirm: string
  readonly cancel?: string
  readonly onConfirm: () => void
  readonly onClose: () => void
}

export function ConfirmDialog({ title, children, confirm, cancel, onConfirm, onClose }: ConfirmDialogProps) {
  return (
    <Dialog title={title} onClose={onClose} role="alertdialog">
      {children}
      <DialogActions>
        <Button onPress={onClose} autoFocus>
          {cancel ?? t('words.cancel')}
        </Button>
        <Button
          look="danger"
          onPress={() => {
            onConfirm()
            onClose()
          }}
        >
          {confirm}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
