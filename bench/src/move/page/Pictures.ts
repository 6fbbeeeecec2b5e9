// SPDX-License-Identifier: Apache-2.0
// Shows remote video on the page and notes when the first picture of each track was handed to the screen, and whose colour it had.
import type { RemoteTrack } from '@alcove/client'
import { markOfColour, now } from '@alcove/e2e/lab'

export interface FirstPicture {
  readonly mark: number
  /** Milliseconds since 1970. */
  readonly at: number
}

export class Pictures {
  readonly #videos = new Map<MediaStreamTrack, HTMLVideoElement>()
  readonly #canvas: CanvasRenderingContext2D
  readonly #onFirst: (picture: FirstPicture) => void

  constructor(onFirst: (picture: FirstPicture) => void) {
    const canvas = document.createElement('canvas')
    canvas.width = 1
    canvas.height = 1
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (!context) throw new Error('this browser draws nothing')
    this.#canvas = context
    this.#onFirst = onFirst
  }

  /** Shows these tracks of one source of tracks and, of the same source, nothing else. */
  show(before: readonly RemoteTrack[], after: readonly RemoteTrack[]): void {
    const shown = new Set(after.map(({ track }) => track))
    for (const { track } of before) if (!shown.has(track)) this.#close(track)
    for (const track of shown) if (track.kind === 'video' && !this.#videos.has(track)) this.#open(track)
  }

  #open(track: MediaStreamTrack): void {
    const video = document.createElement('video')
    video.muted = true
    video.playsInline = true
    video.width = 160
    video.height = 90
    video.srcObject = new MediaStream([track])
    document.body.append(video)
    video.play().catch(() => {})
    this.#videos.set(track, video)
    const look: VideoFrameRequestCallback = (_now, { presentationTime }) => {
      if (this.#videos.get(track) !== video) return
      const mark = this.#markOf(video)
      if (mark === undefined) video.requestVideoFrameCallback(look)
      else this.#onFirst({ mark, at: Math.min(now(), performance.timeOrigin + presentationTime) })
    }
    video.requestVideoFrameCallback(look)
  }

  #close(track: MediaStreamTrack): void {
    const video = this.#videos.get(track)
    if (!video) return
    this.#videos.delete(track)
    video.srcObject = null
    video.remove()
  }

  /** The middle of the picture only. */
  #markOf(video: HTMLVideoElement): number | undefined {
    const { videoWidth, videoHeight } = video
    // A video that has nothing to draw yet draws nothing, and the picture looked at before it would count as its.
    this.#canvas.clearRect(0, 0, 1, 1)
    this.#canvas.drawImage(video, videoWidth / 4, videoHeight / 4, videoWidth / 2, videoHeight / 2, 0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = this.#canvas.getImageData(0, 0, 1, 1).data
    return markOfColour([red, green, blue])
  }
}
