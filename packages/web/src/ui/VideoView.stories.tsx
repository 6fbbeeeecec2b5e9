// SPDX-License-Identifier: Apache-2.0

import { useEffect, useState } from 'react'
import type { Stories } from '../stories/story.ts'
import { VideoView } from './VideoView.tsx'

export const stories: Stories = {
  'A drawn track': function DrawnTrack() {
    const [track, setTrack] = useState<MediaStreamTrack>()
    useEffect(() => {
      const canvas = document.createElement('canvas')
      const context = canvas.getContext('2d')
      context?.fillText('A picture', 20, 40)
      const [drawn] = canvas.captureStream(1).getVideoTracks()
      setTrack(drawn)
      return () => drawn?.stop()
    }, [])
    return track ? <VideoView track={track} fit="contain" /> : null
  },
}
