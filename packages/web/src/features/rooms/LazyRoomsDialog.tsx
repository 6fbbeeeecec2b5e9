// SPDX-License-Identifier: Apache-2.0
// The dialogs of the rooms pane, loaded when a moderator opens one.
import { lazy, Suspense } from 'react'
import { loadTextsOnUse } from '../../i18n/texts.ts'
import type { RoomsDialogViewProps } from './RoomsDialogView.tsx'

const Loaded = lazy(async () => {
  const [{ RoomsDialogView }] = await Promise.all([import('./RoomsDialogView.tsx'), loadTextsOnUse()])
  return { default: RoomsDialogView }
})

export function LazyRoomsDialog(props: RoomsDialogViewProps) {
  return (
    <Suspense fallback={null}>
      <Loaded {...props} />
    </Suspense>
  )
}
