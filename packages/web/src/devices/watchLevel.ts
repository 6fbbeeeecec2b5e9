// SPDX-License-Identifier: Apache-2.0
// How loud a microphone is, from 0 to 1, some ten times a second. Owns its audio context; the returned function ends it. Where the browser gives no
// more contexts, or the track has just ended, nothing is told.

const intervalMs = 80

export function watchLevel(track: MediaStreamTrack, onLevel: (level: number) => void): () => void {
  const listening = listenTo(track)
  if (!listening) return () => {}
  const { context, analyser } = listening
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

function listenTo(track: MediaStreamTrack): { context: AudioContext; analyser: AnalyserNode } | undefined {
  let context: AudioContext | undefined
  try {
    context = new AudioContext()
    const analyser = context.createAnalyser()
    analyser.fftSize = 512
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser)
    return { context, analyser }
  } catch {
    void context?.close().catch(() => {})
    return undefined
  }
}

/** Loudness on a scale that speech fills: -55 dB is 0, -10 dB is 1. */
export function toLevel(samples: Float32Array): number {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  const decibels = 10 * Math.log10(sum / Math.max(1, samples.length) + 1e-10)
  return Math.min(1, Math.max(0, (decibels + 55) / 45))
}
