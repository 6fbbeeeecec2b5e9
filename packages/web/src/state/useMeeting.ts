// SPDX-License-Identifier: Apache-2.0
// React's side of the two stores: the running client and what this tab captures. The stores are the state; nothing is copied.
import type { MeetingClient, MeetingSnapshot } from '@alcove/client'
import { useCallback, useSyncExternalStore } from 'react'
import type { LocalMedia, LocalMediaSnapshot } from '../devices/LocalMedia.ts'
import { subscribeCalmly } from './subscribeCalmly.ts'

export function useMeeting(client: MeetingClient): MeetingSnapshot {
  const subscribe = useCallback((listener: () => void) => subscribeCalmly(client, listener), [client])
  return useSyncExternalStore(subscribe, () => client.getSnapshot())
}

export function useLocalMedia(media: LocalMedia): LocalMediaSnapshot {
  return useSyncExternalStore(media.subscribe, media.getSnapshot)
}
