// SPDX-License-Identifier: Apache-2.0
// Shows the person of a camera's picture before something else: the same room out of focus, or a drawn picture. Loaded on use. Everything
// happens in the page; no picture leaves it for this.
import type { Background } from '../../state/preferences.ts'
import { drawBackdrop } from './backdrops.ts'
import { openSegmenter } from './openSegmenter.ts'
import type { Processed } from './processed.ts'

const picturesPerSecond = 24
/** The size that the model works on; a larger picture would only be made small again. */
const judged = { width: 256, height: 144 }
/** A machine that needs longer for one picture would send a slide show, and be busy with nothing else. */
const slowestMs = 250
/** So few columns, drawn large again, are a picture out of focus; it needs no filter, which Safari lacks. */
const blurredWidth = 40

export async function replaceBackground(
  source: MediaStreamTrack,
  background: Exclude<Background, 'none'>,
): Promise<Processed> {
  const camera = await openVideo(source)
  const canvas = document.createElement('canvas')
  canvas.width = camera.videoWidth
  canvas.height = camera.videoHeight
  const draw = toDrawing(canvas, camera, background)
  const segmenter = await openSegmenter(draw)
  const small = Object.assign(document.createElement('canvas'), judged)
  const smallContext = contextOf(small)
  const work = () => {
    smallContext.drawImage(camera, 0, 0, judged.width, judged.height)
    return segmenter.segment(small)
  }
  await work() // The first one loads and compiles; when that fails, nothing has begun.
  const neededMs = await timeOf(work)
  if (neededMs > slowestMs) {
    segmenter.close()
    throw new Error(`this machine needs ${Math.round(neededMs)} ms for one picture`)
  }
  const [track] = canvas.captureStream(picturesPerSecond).getVideoTracks()
  if (!track) throw new Error('the canvas gives no track')
  const stopTicking = tick(1000 / picturesPerSecond, () => work().catch(() => {}))
  const stop = () => {
    stopTicking()
    track.stop()
    camera.srcObject = null
    segmenter.close()
  }
  source.addEventListener('ended', stop)
  return { track, stop }
}

async function openVideo(track: MediaStreamTrack): Promise<HTMLVideoElement> {
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.srcObject = new MediaStream([track])
  await video.play()
  return video
}

function toDrawing(
  canvas: HTMLCanvasElement,
  camera: HTMLVideoElement,
  background: Exclude<Background, 'none'>,
): (mask: CanvasImageSource) => void {
  const context = contextOf(canvas)
  const behind = document.createElement('canvas')
  const { width, height } = canvas
  behind.width = background === 'blur' ? blurredWidth : width
  behind.height = background === 'blur' ? Math.round((blurredWidth * height) / width) : height
  const behindContext = contextOf(behind)
  if (background !== 'blur') drawBackdrop(behindContext, background)
  return (mask) => {
    if (background === 'blur') behindContext.drawImage(camera, 0, 0, behind.width, behind.height)
    context.globalCompositeOperation = 'copy'
    context.drawImage(mask, 0, 0, width, height)
    context.globalCompositeOperation = 'source-in'
    context.drawImage(camera, 0, 0, width, height)
    context.globalCompositeOperation = 'destination-over'
    context.drawImage(behind, 0, 0, width, height)
  }
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser draws nothing')
  return context
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const beganAt = performance.now()
  await work()
  return performance.now() - beganAt
}

/**
 * Works at each beat, but no more than half of the time: the page has other things to do. The beat comes from a worker: timers of a hidden page
 * come once a second.
 */
function tick(everyMs: number, work: () => Promise<void>): () => void {
  const worker = new Worker(new URL('./ticker.ts', import.meta.url), { type: 'module' })
  let restsUntil = 0
  worker.onmessage = () => {
    if (performance.now() < restsUntil) return
    restsUntil = Number.POSITIVE_INFINITY
    void timeOf(work).then((neededMs) => {
      restsUntil = performance.now() + neededMs
    })
  }
  worker.postMessage(everyMs)
  return () => worker.terminate()
}
