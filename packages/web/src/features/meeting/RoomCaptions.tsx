// SPDX-License-Identifier: Apache-2.0
// Tells screen readers who comes to the room and who goes. Silent about a move of one's own: that is told by itself.
import type { RoomId } from '@alcove/protocol'
import { useEffect, useRef, useState } from 'react'
import { toCaption, toPresent } from './captions.ts'
import type { TileModel } from './tiles.ts'

export interface RoomCaptionsProps {
  readonly roomId: RoomId
  readonly tiles: readonly TileModel[]
}

/** People who come together are told together. */
const gatherMs = 1200

export function RoomCaptions({ roomId, tiles }: RoomCaptionsProps) {
  const [caption, setCaption] = useState('')
  const [isDue, setIsDue] = useState(false)
  const latest = useRef(toPresent(tiles))
  const told = useRef({ roomId, present: latest.current })
  useEffect(() => {
    latest.current = toPresent(tiles)
    if (told.current.roomId !== roomId) told.current = { roomId, present: latest.current }
    setIsDue(toCaption(told.current.present, latest.current) !== undefined)
  }, [roomId, tiles])
  // Begins with the first who comes or goes: tiles change all the time while people talk, and must not put it off.
  useEffect(() => {
    if (!isDue) return undefined
    const timer = setTimeout(() => {
      setCaption(toCaption(told.current.present, latest.current) ?? '')
      told.current = { ...told.current, present: latest.current }
      setIsDue(false)
    }, gatherMs)
    return () => clearTimeout(timer)
  }, [isDue])
  return (
    <p className="only-read-aloud" role="status">
      {caption}
    </p>
  )
}
