// SPDX-License-Identifier: Apache-2.0
// Records all that one person hears: the sum of every remote audio track that was ever handed out and has not ended. Takes samples in the audio
// thread and looks at them afterwards, so that measuring disturbs nothing that is measured.
import { audioContext, now, sampleRate } from '@alcove/e2e/lab'

/** Samples with their time: sample 0 was played at `at` (ms since 1970). */
export interface Recording {
  readonly at: number
  readonly samples: Float32Array
  /** How far the clocks of sound and of the page moved against each other meanwhile. */
  readonly driftMs: number
}

interface Chunk {
  readonly frame: number
  readonly samples: Float32Array
  /** When the last of them was handed out, by the clock of the day. */
  readonly wallMs: number
}

interface Source {
  readonly node: MediaStreamAudioSourceNode
  readonly element: HTMLAudioElement
}

/** Runs in the audio thread, which has no clock but the day's. */
const processorCode = `
const size = 1024
registerProcessor('alcove-recorder', class extends AudioWorkletProcessor {
  constructor() {
    super()
    this.isOn = false
    this.port.onmessage = ({ data }) => {
      this.isOn = data
      this.begin()
      if (!data) this.port.postMessage('end')
    }
    this.begin()
  }
  begin() {
    this.samples = new Float32Array(size)
    this.filled = 0
  }
  process([input]) {
    if (!this.isOn) return true
    if (this.filled === 0) this.frame = currentFrame
    if (input[0]) this.samples.set(input[0], this.filled)
    this.filled += 128
    if (this.filled === size) {
      const { frame, samples } = this
      this.port.postMessage({ frame, samples, wallMs: Date.now() }, [samples.buffer])
      this.begin()
    }
    return true
  }
})`

let loaded: Promise<void> | undefined

/** Call it before the first recorder is made. */
export function loadRecorder(): Promise<void> {
  loaded ??= audioContext().audioWorklet.addModule(
    URL.createObjectURL(new Blob([processorCode], { type: 'text/javascript' })),
  )
  return loaded
}

export class Recorder {
  readonly #sum = new GainNode(audioContext(), { channelCount: 1, channelCountMode: 'explicit' })
  readonly #worklet = new AudioWorkletNode(audioContext(), 'alcove-recorder')
  readonly #sources = new Map<MediaStreamTrack, Source>()
  #chunks: Chunk[] = []
  #skewMs = 0
  #handleEnd = () => {}

  constructor() {
    this.#sum.connect(this.#worklet)
    // What leads nowhere is not run.
    this.#worklet.connect(new GainNode(audioContext(), { gain: 0 })).connect(audioContext().destination)
    this.#worklet.port.onmessage = ({ data }: MessageEvent<Chunk | 'end'>) => {
      if (data === 'end') this.#handleEnd()
      else this.#chunks.push(data)
    }
  }

  listen(tracks: readonly MediaStreamTrack[]): void {
    for (const track of tracks) {
      if (track.kind !== 'audio' || this.#sources.has(track)) continue
      const mediaStream = new MediaStream([track])
      // Chromium decodes a remote track only while an element plays it.
      const element = new Audio()
      element.muted = true
      element.srcObject = mediaStream
      element.play().catch(() => {})
      const node = new MediaStreamAudioSourceNode(audioContext(), { mediaStream })
      node.connect(this.#sum)
      this.#sources.set(track, { node, element })
    }
  }

  start(): void {
    this.#dropEnded()
    this.#chunks = []
    this.#skewMs = Date.now() - now()
    this.#worklet.port.postMessage(true)
  }

  async stop(): Promise<Recording> {
    await new Promise<void>((resolve) => {
      this.#handleEnd = resolve
      this.#worklet.port.postMessage(false)
    })
    const chunks = this.#chunks
    this.#chunks = []
    const [first] = chunks
    if (!first) throw new Error('nothing was recorded')
    const samples = new Float32Array(chunks.reduce((sum, chunk) => sum + chunk.samples.length, 0))
    let filled = 0
    for (const chunk of chunks) {
      samples.set(chunk.samples, filled)
      filled += chunk.samples.length
    }
    const { offsetMs, driftMs } = compareClocks(chunks)
    return { at: (first.frame * 1000) / sampleRate + offsetMs - this.#skewMs, samples, driftMs }
  }

  #dropEnded(): void {
    for (const [track, { node, element }] of this.#sources) {
      if (track.readyState !== 'ended') continue
      node.disconnect()
      element.srcObject = null
      this.#sources.delete(track)
    }
  }
}

/** Sound is made in bursts that may be late and are never early: the smallest distance between the two clocks is the true one. */
function compareClocks(chunks: readonly Chunk[]): { readonly offsetMs: number; readonly driftMs: number } {
  const distances = chunks.map(({ frame, samples, wallMs }) => wallMs - ((frame + samples.length) * 1000) / sampleRate)
  const half = Math.floor(distances.length / 2)
  const [before, after] = [Math.min(...distances.slice(0, half)), Math.min(...distances.slice(half))]
  return { offsetMs: Math.min(before, after), driftMs: after - before }
}
