// SPDX-License-Identifier: Apache-2.0
// The pane of messages, loaded when it is first opened; what is unread is counted without it.
import { lazy, Suspense } from 'react'
import type { ChatPaneProps } from './ChatPane.tsx'

const Loaded = lazy(async () => ({ default: (await import('./ChatPane.tsx')).ChatPane }))

export function LazyChatPane(props: ChatPaneProps) {
  return (
    <Suspense fallback={null}>
      <Loaded {...props} />
    </Suspense>
  )
}
