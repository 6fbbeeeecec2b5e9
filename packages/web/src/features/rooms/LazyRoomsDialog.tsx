// SPDX-License-Identifier: Apache-2.0
// The dialogs of the rooms pane, loaded when a moderator opens one.
import { lazy, Suspense } from 'react'
import type { RoomsDialogViewProps } from './RoomsDialogView.tsx'

const Loaded = lazy(async () => ({ default: (await import('./RoomsDialogView.tsx')).RoomsDialogView }))

export function LazyRoomsDialog(props: RoomsDialogViewProps) {
  return (
    <Suspense fallback={null}>
      <Loaded {...props} />
    </Suspense>
  )
}
