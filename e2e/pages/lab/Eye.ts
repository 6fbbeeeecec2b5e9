// SPDX-License-Identifier: Apache-2.0
// What one person sees: the mark of the colour that each listed remote video shows.
import type { RemoteTrack } from '@alcove/client'
import { markOfColour } from './marks.ts'

const size = 4

export class Eye {
  readonly #videos = new Map<MediaStreamTrack, HTMLVideoElement>()
  readonly #canvas: CanvasRenderingContext2D

  constructor() {
    const canvas = document.createElement('canvas')
    canvas.width = size
    canvas.height = size
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (!context) throw new Error('this browser draws nothing')
    this.#canvas = context
  }

  /** Shows these and nothing else from now on. */
  look(tracks: readonly RemoteTrack[]): void {
    const shown = new Set(tracks.map(({ track }) => track).filter(({ kind }) => kind === 'video'))
    for (const [track, video] of this.#videos) {
      if (shown.has(track)) continue
      video.srcObject = null
      this.#videos.delete(track)
    }
    for (const track of shown) if (!this.#videos.has(track)) this.#videos.set(track, open(track))
  }

  /** Marks of all colours that are on screen now. */
  marks(): number[] {
    return [...this.#videos.values()].flatMap((video) => {
      const mark =
        video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA ? markOfColour(this.#colourOf(video)) : undefined
      return mark === undefined ? [] : [mark]
    })
  }

  #colourOf(video: HTMLVideoElement): [number, number, number] {
    // The middle of the picture only.
    const { videoWidth, videoHeight } = video
    this.#canvas.drawImage(video, videoWidth / 4, videoHeight / 4, videoWidth / 2, videoHeight / 2, 0, 0, size, size)
    const { data } = this.#canvas.getImageData(0, 0, size, size)
    const mean = (channel: number) => {
      let sum = 0
      for (let index = channel; index < data.length; index += 4) sum += data[index] ?? 0
      return sum / (size * size)
    }
    return [mean(0), mean(1), mean(2)]
  }
}

function open(track: MediaStreamTrack): HTMLVideoElement {
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.srcObject = new MediaStream([track])
  video.play().catch(() => {})
  return video
}
