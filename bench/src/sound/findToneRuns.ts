// SPDX-License-Identifier: Apache-2.0
// Finds when a tone was there in recorded sound. Pure: samples in, stretches of time out. Knows nothing of browsers and people.

/** A stretch in which something was heard, in milliseconds on whatever clock the caller uses. */
export interface Run {
  readonly from: number
  readonly to: number
}

export interface ToneOptions {
  readonly sampleRate: number
  readonly hz: number
  /** Amplitude from which the tone counts as there. */
  readonly threshold: number
}

/** Looked at once per hop, through a window this long: an edge is placed within a few milliseconds. */
export const windowMs = 20
const hopMs = 2.5
/** A click is in every tone for a moment; what lasts less than this is none. */
const shortestMs = 30

/** Stretches in which the tone is there, in milliseconds from the first sample. */
export function findToneRuns(samples: Float32Array, options: ToneOptions): Run[] {
  const { sampleRate, threshold } = options
  const hop = Math.round((sampleRate * hopMs) / 1000)
  const amplitudes = toneAmplitudes(samples, hop, options)
  // The window's weight lies around its middle, so that is the moment which it speaks for.
  const msAt = (index: number) => (index * hop * 1000) / sampleRate + windowMs / 2
  const runs: Run[] = []
  let start: number | undefined
  for (let index = 0; index <= amplitudes.length; index += 1) {
    const isThere = (amplitudes[index] ?? 0) >= threshold
    if (isThere) start ??= index
    else if (start !== undefined) {
      runs.push({ from: msAt(start), to: msAt(index) })
      start = undefined
    }
  }
  return runs.filter(({ from, to }) => to - from >= shortestMs)
}

/** Amplitude of one frequency in each window (Goertzel's sum over a Hann window). */
function toneAmplitudes(samples: Float32Array, hop: number, { sampleRate, hz }: ToneOptions): Float32Array {
  const size = Math.round((sampleRate * windowMs) / 1000)
  const cosines = new Float32Array(size)
  const sines = new Float32Array(size)
  for (let index = 0; index < size; index += 1) {
    const weight = (1 - Math.cos((2 * Math.PI * index) / size)) / (size / 2)
    const angle = (2 * Math.PI * hz * index) / sampleRate
    cosines[index] = weight * Math.cos(angle)
    sines[index] = weight * Math.sin(angle)
  }
  const amplitudes = new Float32Array(Math.max(0, Math.floor((samples.length - size) / hop) + 1))
  for (let place = 0; place < amplitudes.length; place += 1) {
    let real = 0
    let imaginary = 0
    for (let index = 0; index < size; index += 1) {
      const sample = samples[place * hop + index] ?? 0
      real += sample * (cosines[index] ?? 0)
      imaginary += sample * (sines[index] ?? 0)
    }
    amplitudes[place] = Math.hypot(real, imaginary)
  }
  return amplitudes
}
