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
  const told = useRef({ roomId, present: toPresent(tiles) })
  useEffect(() => {
    const present = toPresent(tiles)
    if (told.current.roomId !== roomId) told.current = { roomId, present }
    const timer = setTimeout(() => {
      const words = toCaption(told.current.present, present)
      told.current = { roomId, present }
      if (words !== undefined) setCaption(words)
    }, gatherMs)
    return () => clearTimeout(timer)
  }, [roomId, tiles])
  return (
    <p className="only-read-aloud" role="status">
      {caption}
    </p>
  )
}
