// SPDX-License-Identifier: Apache-2.0
// Shows one video track. Stays invisible until its first frame is there, so that no black box stands where a face will be.
import { useEffect, useRef, useState } from 'react'
import './videoView.css'

export interface VideoViewProps {
  readonly track: MediaStreamTrack
  /** One's own camera, as in a mirror. */
  readonly mirrored?: boolean
  /** cover fills the tile (faces); contain shows everything (screens). */
  readonly fit: 'cover' | 'contain'
}

export function VideoView({ track, mirrored = false, fit }: VideoViewProps) {
  const video = useRef<HTMLVideoElement>(null)
  const [hasFrame, setHasFrame] = useState(false)
  useEffect(() => {
    const element = video.current
    if (!element) return undefined
    element.srcObject = new MediaStream([track])
    element.play().catch(() => {}) // Muted video may always play; a rejected call only means that a newer track came first.
    return () => {
      element.srcObject = null
      setHasFrame(false)
    }
  }, [track])
  return (
    <video
      ref={video}
      className={`video-view video-view-${fit}`}
      data-mirrored={mirrored || undefined}
      data-has-frame={hasFrame || undefined}
      onLoadedData={() => setHasFrame(true)}
      autoPlay
      muted
      playsInline
      disablePictureInPicture
    />
  )
}
