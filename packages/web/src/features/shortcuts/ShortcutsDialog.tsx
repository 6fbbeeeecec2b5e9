// SPDX-License-Identifier: Apache-2.0
// The list of keys. Loaded on use.
import { t } from '../../i18n/texts.ts'
import { usePreferences } from '../../state/preferences.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { shortcutKeys, shortcuts } from './shortcuts.ts'
import './shortcuts.css'

export interface ShortcutsDialogProps {
  /** Who has no board needs no key for it. */
  readonly hasBoard: boolean
  readonly onClose: () => void
}

export function ShortcutsDialog({ hasBoard, onClose }: ShortcutsDialogProps) {
  const preferences = usePreferences()
  const here = shortcuts.filter((shortcut) => shortcut !== 'board' || hasBoard)
  return (
    <Dialog title={t('shortcuts.title')} onClose={onClose}>
      {preferences.shortcuts ? null : <p className="muted-text">{t('shortcuts.off')}</p>}
      <dl className="shortcuts">
        <Row what={t('shortcuts.talk')} key="talk" keyName={t('shortcuts.space')} />
        {here.map((shortcut) => (
          <Row
            key={shortcut}
            what={t(`shortcuts.${shortcut}`)}
            keyName={shortcutKeys[shortcut].toLocaleUpperCase('en')}
          />
        ))}
      </dl>
      <DialogActions>
        <Button look="primary" onPress={onClose} autoFocus>
          {t('words.close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function Row({ what, keyName }: { readonly what: string; readonly keyName: string }) {
  return (
    <div className="shortcuts-row">
      <dt>{what}</dt>
      <dd>
        <kbd>{keyName}</kbd>
      </dd>
    </div>
  )
}
