// SPDX-License-Identifier: Apache-2.0
// How loud a microphone is, from 0 to 1, some ten times a second. Owns its audio context; the returned function ends it.

const intervalMs = 80

export function watchLevel(track: MediaStreamTrack, onLevel: (level: number) => void): () => void {
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  analyser.fftSize = 512
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples)
    onLevel(toLevel(samples))
  }, intervalMs)
  // Without a click on the page the browser may hold the context back; the first one releases it.
  const resume = () => void context.resume().catch(() => {})
  const released = new AbortController()
  for (const event of ['pointerdown', 'keydown']) addEventListener(event, resume, { signal: released.signal })
  resume()
  return () => {
    released.abort()
    clearInterval(timer)
    void context.close().catch(() => {})
  }
}

/** Loudness on a scale that speech fills: -55 dB is 0, -10 dB is 1. */
export function toLevel(samples: Float32Array): number {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  const decibels = 10 * Math.log10(sum / Math.max(1, samples.length) + 1e-10)
  return Math.min(1, Math.max(0, (decibels + 55) / 45))
}
