// SPDX-License-Identifier: Apache-2.0
// Made-up microphone and camera: two steady tones and a plain picture, known beforehand. No processing touches them on the sending side.
import { type Mark, sampleRate } from './marks.ts'

const usualPictureMs = 200
/** Of each tone. */
const toneGain = 0.25

let shared: AudioContext | undefined

/** One for the page: each has a thread of its own. */
export function audioContext(): AudioContext {
  shared ??= new AudioContext({ sampleRate, latencyHint: 'interactive' })
  return shared
}

/** A microphone that hears nothing but a mark's tones. @param gain 1 is the usual level */
export function openTones(mark: Mark, gain = 1): MediaStreamTrack {
  const context = audioContext()
  const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1 })
  const volume = new GainNode(context, { gain: toneGain * gain })
  volume.connect(destination)
  for (const frequency of mark.tones) {
    const oscillator = new OscillatorNode(context, { frequency })
    oscillator.connect(volume)
    oscillator.start()
  }
  return firstTrack(destination.stream)
}

/** A camera that sees nothing but one colour, 160x90. @param pictureMs time from picture to picture; usually there are 5 per second */
export function openPicture(mark: Mark, pictureMs = usualPictureMs): MediaStreamTrack {
  const canvas = document.createElement('canvas')
  canvas.width = 160
  canvas.height = 90
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser draws nothing')
  let count = 0
  const draw = () => {
    context.fillStyle = `rgb(${mark.colour.join(' ')})`
    context.fillRect(0, 0, canvas.width, canvas.height)
    // A picture that never changes is not sent again.
    count += 1
    context.fillStyle = count % 2 === 0 ? '#555' : '#aaa'
    context.fillRect(0, 0, 4, 4)
  }
  draw()
  const timer = setInterval(draw, pictureMs)
  const track = firstTrack(canvas.captureStream(1000 / pictureMs))
  track.addEventListener('ended', () => clearInterval(timer))
  return track
}

function firstTrack(stream: MediaStream): MediaStreamTrack {
  const [track] = stream.getTracks()
  if (!track) throw new Error('the made-up device gives no track')
  return track
}
