// SPDX-License-Identifier: Apache-2.0
// The list of keys, loaded when somebody asks for it.
import { lazy, Suspense } from 'react'
import { loadTextsOnUse } from '../../i18n/texts.ts'

const Loaded = lazy(async () => {
  const [{ ShortcutsDialog }] = await Promise.all([import('./ShortcutsDialog.tsx'), loadTextsOnUse()])
  return { default: ShortcutsDialog }
})

export function LazyShortcuts({ onClose }: { readonly onClose: () => void }) {
  return (
    <Suspense fallback={null}>
      <Loaded onClose={onClose} />
    </Suspense>
  )
}
