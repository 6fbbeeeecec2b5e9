// SPDX-License-Identifier: Apache-2.0
// How lively a room was in the last five minutes, the latest at the end. What it says stands in words beside it, so it is hidden from screen readers.
import { activitySteps, maxLevel, type RoomId } from '@alcove/protocol'
import { useContext, useSyncExternalStore } from 'react'
import { ActivityContext } from './useActivity.ts'
import './lastMinutes.css'

export function LastMinutes({ roomId }: { readonly roomId: RoomId }) {
  const store = useContext(ActivityContext)
  const steps = useSyncExternalStore(store.subscribe, () => store.of(roomId))
  const bars = steps.map((level, index) => (level > 0 ? `M${index} ${maxLevel}v-${level}h.72v${level}z` : ''))
  return (
    <svg
      className="last-minutes turns-with-text"
      viewBox={`0 0 ${activitySteps} ${maxLevel}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={bars.join('')} />
    </svg>
  )
}
