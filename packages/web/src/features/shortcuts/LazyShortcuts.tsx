// SPDX-License-Identifier: Apache-2.0
// The list of keys, loaded when somebody asks for it.
import { lazy, Suspense } from 'react'

const Loaded = lazy(async () => ({ default: (await import('./ShortcutsDialog.tsx')).ShortcutsDialog }))

export function LazyShortcuts({ onClose }: { readonly onClose: () => void }) {
  return (
    <Suspense fallback={null}>
      <Loaded onClose={onClose} />
    </Suspense>
  )
}
