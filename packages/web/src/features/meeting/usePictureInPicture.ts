// SPDX-License-Identifier: Apache-2.0
// A small window over other programs with the picture that matters now. It follows the picture while it is open.
import { useEffect, useMemo, useState } from 'react'

export interface PictureInPicture {
  readonly isOn: boolean
  readonly toggle: () => void
}

/** Undefined where the browser has no such window, and while there is no picture to show in it. */
export function usePictureInPicture(track: MediaStreamTrack | undefined): PictureInPicture | undefined {
  const [isOn, setOn] = useState(false)
  const video = useMemo(() => {
    const element = document.createElement('video')
    element.muted = true
    element.playsInline = true
    return element
  }, [])
  useEffect(() => {
    const entered = () => setOn(true)
    const left = () => setOn(false)
    video.addEventListener('enterpictureinpicture', entered)
    video.addEventListener('leavepictureinpicture', left)
    return () => {
      video.removeEventListener('enterpictureinpicture', entered)
      video.removeEventListener('leavepictureinpicture', left)
      if (document.pictureInPictureElement === video) void document.exitPictureInPicture().catch(() => {})
      video.srcObject = null
    }
  }, [video])
  useEffect(() => {
    if (!isOn || !track) return
    video.srcObject = new MediaStream([track])
    video.play().catch(() => {}) // A newer track came first.
  }, [isOn, track, video])
  if (!document.pictureInPictureEnabled || (!track && !isOn)) return undefined
  const open = async (picture: MediaStreamTrack) => {
    video.srcObject = new MediaStream([picture])
    await video.play()
    await video.requestPictureInPicture()
  }
  const toggle = () => {
    const work = isOn ? document.exitPictureInPicture() : track ? open(track) : Promise.resolve()
    work.catch(() => {}) // The browser shows no such window now; nothing has changed.
  }
  return { isOn, toggle }
}
