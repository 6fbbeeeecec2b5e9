// SPDX-License-Identifier: Apache-2.0
// The settings, loaded when somebody opens them.
import { lazy, Suspense } from 'react'
import { loadTextsOnUse } from '../../i18n/texts.ts'
import type { SettingsDialogProps } from './SettingsDialog.tsx'

const Loaded = lazy(async () => {
  const [{ SettingsDialog }] = await Promise.all([import('./SettingsDialog.tsx'), loadTextsOnUse()])
  return { default: SettingsDialog }
})

export function LazySettings(props: SettingsDialogProps) {
  return (
    <Suspense fallback={null}>
      <Loaded {...props} />
    </Suspense>
  )
}
