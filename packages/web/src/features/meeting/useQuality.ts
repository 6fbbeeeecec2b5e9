// SPDX-License-Identifier: Apache-2.0
// Looks at the connection every few seconds. The same object while nothing changed.
import type { RemoteTrack } from '@alcove/client'
import { useEffect, useRef, useState } from 'react'
import { goodQuality, isSameQuality, type Quality, toQuality, toSample } from './quality.ts'

const everyMs = 4000

export function useQuality(
  getStats: () => Promise<readonly RTCStatsReport[]>,
  remoteTracks: readonly RemoteTrack[],
): Quality {
  const [quality, setQuality] = useState(goodQuality)
  const tracks = useRef(remoteTracks)
  tracks.current = remoteTracks
  useEffect(() => {
    let isOver = false
    let before = toSample([])
    const look = async () => {
      const after = toSample(await getStats().catch(() => []))
      if (isOver) return
      const next = toQuality(before, after, (id) => tracks.current.find(({ track }) => track.id === id)?.participantId)
      before = after
      setQuality((shown) => (isSameQuality(shown, next) ? shown : next))
    }
    const timer = setInterval(() => void look(), everyMs)
    return () => {
      isOver = true
      clearInterval(timer)
    }
  }, [getStats])
  return quality
}
