// SPDX-License-Identifier: Apache-2.0
// Which parts stand beside the pictures, or in their place, and how they are opened and closed.
import { useCallback } from 'react'
import type { PageSnapshot, PageStore } from '../../state/PageStore.ts'
import { useMediaQuery } from '../../state/useMediaQuery.ts'
import type { ModerateActions } from '../rooms/roomsActions.ts'

export interface OpenParts {
  readonly paneOpen: boolean
  readonly chatOpen: boolean
  /** What may be done on the board that is open. */
  readonly board: ModerateActions | undefined
  /** Panes cover everything else. */
  readonly isSheet: boolean
  readonly openPane: (open: boolean) => void
  /** Absent where the page has no pane. */
  readonly showPane: (() => void) | undefined
  readonly openChat: (open: boolean) => void
  /** Absent for who has no board. */
  readonly toggleBoard: (() => void) | undefined
  readonly closeBoard: () => void
}

export function useOpenParts(page: PageStore, shown: PageSnapshot, moderate: ModerateActions | undefined): OpenParts {
  const { chatOpen, boardOpen } = shown
  // As in pane.css.
  const isSheet = useMediaQuery('(max-width: 700px)')
  // Narrower than this, two panes would leave too little for the pictures.
  const fitsBoth = useMediaQuery('(min-width: 1500px)')
  const board = moderate && boardOpen ? moderate : undefined
  const hasPane = shown.config['participantsPane.enabled'] !== false
  return {
    // The board shows the same, and more of it.
    paneOpen: shown.paneOpen && !board,
    chatOpen,
    board,
    isSheet,
    openPane: (open) => page.openPane(open, !fitsBoth),
    showPane: hasPane ? () => page.openPane(true, !fitsBoth) : undefined,
    openChat: (open) => page.openChat(open, !fitsBoth),
    toggleBoard: moderate && (() => page.openBoard(!boardOpen)),
    closeBoard: useCallback(() => page.openBoard(false), [page]),
  }
}
