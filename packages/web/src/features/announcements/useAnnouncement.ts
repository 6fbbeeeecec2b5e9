// SPDX-License-Identifier: Apache-2.0
// Which announcement a person sees now: the last one of their room until they put it away. Each has one number in all rooms, so that going to another
// room and back does not bring it back; a reload does.
import type { AnnouncementView } from '@alcove/protocol'
import { useState } from 'react'

export interface OwnAnnouncement {
  readonly shown: AnnouncementView | undefined
  readonly dismiss: () => void
  /** Absent: nothing was put away that could be read again. */
  readonly readAgain: (() => void) | undefined
}

export function useAnnouncement(last: AnnouncementView | undefined): OwnAnnouncement {
  const [dismissed, setDismissed] = useState<ReadonlySet<number>>(new Set())
  const isDismissed = last !== undefined && dismissed.has(last.id)
  return {
    shown: isDismissed ? undefined : last,
    dismiss: () => last && setDismissed(new Set([...dismissed, last.id])),
    readAgain: isDismissed ? () => setDismissed(new Set([...dismissed].filter((id) => id !== last.id))) : undefined,
  }
}
