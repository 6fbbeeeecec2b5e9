// SPDX-License-Identifier: Apache-2.0
// Says in the place of a part that it is not to be had. Browsers keep a failed load for as long as the page is open, so that only loading the page anew helps;
// whoever is in a meeting comes back to their place.
import type { ReactNode } from 'react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import './problems.css'

/** What stands in the place of a part: `problem` says what is wrong, and is absent while the part is being loaded. */
export type PartFrame<Props> = (props: Props, problem: ReactNode | undefined) => ReactNode

export function PartProblem() {
  return (
    <div className="part-problem">
      <p role="alert">{t('problems.partText')}</p>
      <Button look="primary" onPress={() => location.reload()}>
        {t('problems.action.reload')}
      </Button>
    </div>
  )
}

interface Closable {
  readonly onClose: () => void
}

/** For parts that are dialogs. */
export const inDialog: PartFrame<Closable> = ({ onClose }, problem) =>
  problem === undefined ? null : <ProblemDialog onClose={onClose}>{problem}</ProblemDialog>

function ProblemDialog({ onClose, children }: Closable & { readonly children: ReactNode }) {
  return (
    <Dialog title={t('problems.partTitle')} onClose={onClose}>
      {children}
      <DialogActions>
        <Button onPress={onClose}>{t('words.close')}</Button>
      </DialogActions>
    </Dialog>
  )
}
