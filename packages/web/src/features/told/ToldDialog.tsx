// SPDX-License-Identifier: Apache-2.0
// What moderators see of people, what nobody sees, and how long it is kept: for everybody.
import type { MeetingView } from '@alcove/client'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { toToldSections } from './toldModel.ts'
import './told.css'

export interface ToldDialogProps {
  readonly view: MeetingView
  readonly onClose: () => void
}

export function ToldDialog({ view, onClose }: ToldDialogProps) {
  return (
    <Dialog title={t('told.title')} onClose={onClose}>
      <div className="told">
        {toToldSections(view).map(({ id, title, lines }) => (
          <section key={id} aria-labelledby={`told-${id}`}>
            <h3 id={`told-${id}`}>{title}</h3>
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <DialogActions>
        <Button look="primary" onPress={onClose}>
          {t('words.close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
