// SPDX-License-Identifier: Apache-2.0
// What one person hears: the sum of every remote audio track that was ever handed out and has not ended, also those that the SDK has dropped
// since. So a track that is dropped but still sounds is heard here.
import { binOf, fftSize, marks } from './marks.ts'
import { audioContext } from './sources.ts'

/**
 * How loud a mark's fainter tone is (dB), and how far the one that stands out less does so from what is beside it (dB): a click is loud
 * everywhere, a tone only at its place.
 */
export interface ToneLevel {
  readonly db: number
  readonly prominence: number
}

export class Ear {
  readonly #sum: GainNode
  readonly #analyser: AnalyserNode
  readonly #spectrum: Float32Array<ArrayBuffer>
  readonly #heard = new Set<MediaStreamTrack>()

  constructor() {
    const context = audioContext()
    this.#sum = new GainNode(context)
    this.#analyser = new AnalyserNode(context, { fftSize, smoothingTimeConstant: 0, minDecibels: -160, maxDecibels: 0 })
    this.#spectrum = new Float32Array(this.#analyser.frequencyBinCount)
    this.#sum.connect(this.#analyser)
    // An analyser that leads nowhere is not run.
    this.#analyser.connect(new GainNode(context, { gain: 0 })).connect(context.destination)
  }

  listen(tracks: readonly MediaStreamTrack[]): void {
    for (const track of tracks) {
      if (track.kind !== 'audio' || this.#heard.has(track)) continue
      this.#heard.add(track)
      this.#connect(track)
    }
  }

  /** Levels of all marks now. */
  levels(): ToneLevel[] {
    this.#analyser.getFloatFrequencyData(this.#spectrum)
    return marks.map(({ tones }) => {
      const [one, other] = [this.#level(tones[0]), this.#level(tones[1])]
      return { db: Math.min(one.db, other.db), prominence: Math.min(one.prominence, other.prominence) }
    })
  }

  #level(hz: number): ToneLevel {
    const bin = binOf(hz)
    const db = Math.max(...this.#around(bin, [-1, 0, 1]))
    const beside = Math.max(...this.#around(bin, [-7, -6, -5, 5, 6, 7]))
    return { db, prominence: db - beside }
  }

  #around(bin: number, offsets: readonly number[]): number[] {
    return offsets.map((offset) => Math.max(-160, this.#spectrum[bin + offset] ?? -160))
  }

  #connect(track: MediaStreamTrack): void {
    const stream = new MediaStream([track])
    // Chromium decodes a remote track only while an element plays it.
    const element = new Audio()
    element.muted = true
    element.srcObject = stream
    element.play().catch(() => {})
    const source = new MediaStreamAudioSourceNode(audioContext(), { mediaStream: stream })
    source.connect(this.#sum)
    const watch = setInterval(() => {
      if (track.readyState !== 'ended') return
      clearInterval(watch)
      source.disconnect()
      element.srcObject = null
      this.#heard.delete(track)
    }, 200)
  }
}
