// SPDX-License-Identifier: Apache-2.0
// The settings, loaded when somebody opens them.
import { lazy, Suspense } from 'react'
import type { SettingsDialogProps } from './SettingsDialog.tsx'

const Loaded = lazy(async () => ({ default: (await import('./SettingsDialog.tsx')).SettingsDialog }))

export function LazySettings(props: SettingsDialogProps) {
  return (
    <Suspense fallback={null}>
      <Loaded {...props} />
    </Suspense>
  )
}
