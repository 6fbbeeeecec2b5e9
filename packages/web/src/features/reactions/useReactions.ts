// SPDX-License-Identifier: Apache-2.0
// React's side of the reactions that show now. Another room begins with none.
import type { ReactionListener } from '@alcove/client'
import type { RoomId } from '@alcove/protocol'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { type ReactionsByPerson, ShownReactions } from './ShownReactions.ts'

export type ListenToReactions = (listener: ReactionListener) => () => void

export function useReactions(listen: ListenToReactions, roomId: RoomId): ReactionsByPerson {
  const [shown] = useState(() => new ShownReactions())
  useEffect(() => listen(shown.show), [listen, shown])
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change of the room that counts
  useEffect(() => shown.clear, [roomId, shown])
  return useSyncExternalStore(shown.subscribe, shown.getSnapshot)
}
