// SPDX-License-Identifier: Apache-2.0
// What all parts of a meeting may use without being handed it: how loud rooms are, and what is told above dialogs.
import type { ReactNode } from 'react'
import { AboveDialogContext } from '../../ui/Dialog.tsx'
import type { ActivityStore } from '../seeing/ActivityStore.ts'
import { ActivityContext } from '../seeing/useActivity.ts'
import { AboveDialog, type Told } from './AboveTiles.tsx'

export interface MeetingContextsProps {
  readonly activity: ActivityStore
  readonly told: Told
  readonly children: ReactNode
}

export function MeetingContexts({ activity, told, children }: MeetingContextsProps) {
  return (
    <ActivityContext value={activity}>
      <AboveDialogContext value={<AboveDialog told={told} />}>{children}</AboveDialogContext>
    </ActivityContext>
  )
}
