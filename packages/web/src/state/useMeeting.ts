// SPDX-License-Identifier: Apache-2.0
// React's side of the two stores: the running client and what this tab captures. The stores are the state; nothing is copied.
import type { MeetingClient, MeetingSnapshot } from '@alcove/client'
import { useCallback, useSyncExternalStore } from 'react'
import type { LocalMedia, LocalMediaSnapshot } from '../devices/LocalMedia.ts'
import { subscribeCalmly } from './subscribeCalmly.ts'

export function useMeeting(source: Pick<MeetingClient, 'subscribe' | 'getSnapshot'>): MeetingSnapshot {
  const subscribe = useCallback((listener: () => void) => subscribeCalmly(source, listener), [source])
  return useSyncExternalStore(subscribe, () => source.getSnapshot())
}

export function useLocalMedia(media: LocalMedia): LocalMediaSnapshot {
  return useSyncExternalStore(media.subscribe, media.getSnapshot)
}
