// SPDX-License-Identifier: Apache-2.0
// React's side of what the page shows.
import { useSyncExternalStore } from 'react'
import type { PageSnapshot, PageStore } from './PageStore.ts'

export function usePage(page: PageStore): PageSnapshot {
  return useSyncExternalStore(page.subscribe, page.getSnapshot)
}
