// SPDX-License-Identifier: Apache-2.0
// What people are told, loaded when somebody asks for it.
import { lazy, Suspense } from 'react'
import { loadTextsOnUse } from '../../i18n/texts.ts'
import type { ToldDialogProps } from './ToldDialog.tsx'

const Loaded = lazy(async () => {
  const [{ ToldDialog }] = await Promise.all([import('./ToldDialog.tsx'), loadTextsOnUse()])
  return { default: ToldDialog }
})

export function LazyTold(props: ToldDialogProps) {
  return (
    <Suspense fallback={null}>
      <Loaded {...props} />
    </Suspense>
  )
}
