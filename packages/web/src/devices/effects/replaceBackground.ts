// SPDX-License-Identifier: Apache-2.0
// Shows the person of a camera's picture before something else: the same room out of focus, or a picture. Loaded on use. Everything
// happens in the page; no picture leaves it for this.
import type { Background } from '../../state/preferences.ts'
import { drawBackdrop } from './backdrops.ts'
import { openSegmenter } from './openSegmenter.ts'
import type { Processed } from './processed.ts'
import { quickestOf, timeOf } from './timeOf.ts'

const picturesPerSecond = 24
/** The size that the model works on; a larger picture would only be made small again. */
const judged = { width: 256, height: 144 }
/** A machine that needs longer for one picture would send a slide show, and be busy with nothing else. */
const slowestMs = 250
/** So few columns, drawn large again, are a picture out of focus; it needs no filter, which Safari lacks. */
const blurredWidth = 40

/** What stands behind the person: one of ours, or a picture by its address. */
type Behind = Exclude<Background, 'none' | 'own'> | { readonly picture: string }

export async function replaceBackground(source: MediaStreamTrack, background: Behind): Promise<Processed> {
  const camera = await openVideo(source)
  const releases = [
    () => {
      camera.srcObject = null
    },
  ]
  const release = () => {
    for (const end of releases.splice(0).reverse()) end()
  }
  try {
    const track = await replaceIn(camera, background, releases)
    source.addEventListener('ended', release)
    return { track, stop: release }
  } catch (error) {
    release()
    throw error
  }
}

/** @param releases what ends it is added, also when it fails later */
async function replaceIn(
  camera: HTMLVideoElement,
  background: Behind,
  releases: (() => void)[],
): Promise<MediaStreamTrack> {
  const drawBehind = background === 'blur' ? undefined : await toBehind(background)
  const canvas = document.createElement('canvas')
  let draw = toDrawing(canvas, camera, drawBehind)
  const segmenter = await openSegmenter((mask) => {
    // A phone that is turned swaps width and height. Of a camera that has just ended there is nothing to draw.
    if (camera.videoWidth === 0) return
    if (canvas.width !== camera.videoWidth || canvas.height !== camera.videoHeight)
      draw = toDrawing(canvas, camera, drawBehind)
    draw(mask)
  })
  releases.push(() => segmenter.close())
  const small = Object.assign(document.createElement('canvas'), judged)
  const smallContext = contextOf(small)
  const work = () => {
    smallContext.drawImage(camera, 0, 0, judged.width, judged.height)
    return segmenter.segment(small)
  }
  await work() // The first one loads and compiles; when that fails, nothing has begun.
  const neededMs = await quickestOf(work, slowestMs)
  if (neededMs > slowestMs) throw new Error(`this machine needs ${Math.round(neededMs)} ms for one picture`)
  const [track] = canvas.captureStream(picturesPerSecond).getVideoTracks()
  if (!track) throw new Error('the canvas gives no track')
  const stopTicking = tick(1000 / picturesPerSecond, () => work().catch(() => {}))
  releases.push(() => track.stop(), stopTicking)
  return track
}

async function openVideo(track: MediaStreamTrack): Promise<HTMLVideoElement> {
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.srcObject = new MediaStream([track])
  await video.play()
  return video
}

/** Fills a whole canvas with what does not move. */
type DrawBehind = (context: CanvasRenderingContext2D) => void

async function toBehind(background: Exclude<Behind, 'blur'>): Promise<DrawBehind> {
  if (typeof background === 'string') return (context) => drawBackdrop(context, background)
  const image = new Image()
  image.src = background.picture
  await image.decode()
  return (context) => {
    // All of the canvas is covered, and the picture keeps its shape.
    const { width, height } = context.canvas
    const scale = Math.max(width / image.naturalWidth, height / image.naturalHeight)
    const [wide, high] = [image.naturalWidth * scale, image.naturalHeight * scale]
    context.drawImage(image, (width - wide) / 2, (height - high) / 2, wide, high)
  }
}

/**
 * Makes the canvas as large as the camera's picture.
 * @param drawBehind undefined: the same room out of focus
 */
function toDrawing(
  canvas: HTMLCanvasElement,
  camera: HTMLVideoElement,
  drawBehind: DrawBehind | undefined,
): (mask: CanvasImageSource) => void {
  const context = contextOf(canvas)
  const behind = document.createElement('canvas')
  const width = camera.videoWidth
  const height = camera.videoHeight
  canvas.width = width
  canvas.height = height
  behind.width = drawBehind ? width : blurredWidth
  behind.height = drawBehind ? height : Math.round((blurredWidth * height) / width)
  const behindContext = contextOf(behind)
  // Without it single points are taken of what is made small, and stripes become wider stripes.
  behindContext.imageSmoothingQuality = 'high'
  drawBehind?.(behindContext)
  return (mask) => {
    if (!drawBehind) behindContext.drawImage(camera, 0, 0, behind.width, behind.height)
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
