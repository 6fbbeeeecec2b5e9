// SPDX-License-Identifier: Apache-2.0
// React's side of the passing notices.
import { useState, useSyncExternalStore } from 'react'
import type { Notice } from './notices.ts'
import { PassingNoticesStore } from './PassingNoticesStore.ts'

export interface PassingNotices {
  readonly notices: readonly Notice[]
  readonly tell: PassingNoticesStore['tell']
  readonly dismiss: PassingNoticesStore['dismiss']
  readonly store: PassingNoticesStore
}

export function usePassingNotices(): PassingNotices {
  const [store] = useState(() => new PassingNoticesStore())
  const notices = useSyncExternalStore(store.subscribe, store.getSnapshot)
  return { notices, tell: store.tell, dismiss: store.dismiss, store }
}
