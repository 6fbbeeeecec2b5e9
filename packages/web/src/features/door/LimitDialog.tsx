// SPDX-License-Identifier: Apache-2.0
// How many people may be in the meeting at once: for moderators.
import { type FormEvent, useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { NumberField } from '../../ui/NumberField.tsx'

export interface LimitDialogProps {
  readonly maxPeople: number | undefined
  readonly peopleCount: number
  readonly onLimit: (maxPeople: number | undefined) => void
  readonly onClose: () => void
}

/** As the wire allows. */
const mostPeople = 10_000

export function LimitDialog({ maxPeople, peopleCount, onLimit, onClose }: LimitDialogProps) {
  const [limit, setLimit] = useState(maxPeople ?? peopleCount)
  const set = (event: FormEvent) => {
    event.preventDefault()
    onLimit(limit)
    onClose()
  }
  return (
    <Dialog title={t('door.limitTitle')} onClose={onClose}>
      <form className="dialog-form" onSubmit={set}>
        <p className="muted-text">{t('door.limitText')}</p>
        <NumberField label={t('door.limitLabel')} value={limit} onChange={setLimit} min={1} max={mostPeople} />
        <DialogActions>
          {maxPeople === undefined ? (
            <Button onPress={onClose}>{t('words.cancel')}</Button>
          ) : (
            <Button
              onPress={() => {
                onLimit(undefined)
                onClose()
              }}
            >
              {t('door.noLimit')}
            </Button>
          )}
          <Button type="submit" look="primary">
            {t('door.setLimit')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
