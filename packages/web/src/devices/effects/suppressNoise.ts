// SPDX-License-Identifier: Apache-2.0
// Takes noise out of a voice with RNNoise, in an audio worklet. Loaded on use.
import { loadRnnoise, RnnoiseWorkletNode } from '@sapphi-red/web-noise-suppressor'
import wasmUrl from '@sapphi-red/web-noise-suppressor/rnnoise.wasm?url'
import simdWasmUrl from '@sapphi-red/web-noise-suppressor/rnnoise_simd.wasm?url'
import workletUrl from '@sapphi-red/web-noise-suppressor/rnnoiseWorklet.js?url'
import type { Processed } from './processed.ts'

/** What RNNoise was trained for. */
const sampleRate = 48_000

export async function suppressNoise(source: MediaStreamTrack): Promise<Processed> {
  const context = new AudioContext({ sampleRate })
  try {
    const [wasmBinary] = await Promise.all([
      loadRnnoise({ url: wasmUrl, simdUrl: simdWasmUrl }),
      context.audioWorklet.addModule(workletUrl),
    ])
    const input = context.createMediaStreamSource(new MediaStream([source]))
    const suppressor = new RnnoiseWorkletNode(context, { wasmBinary, maxChannels: 1 })
    const output = context.createMediaStreamDestination()
    output.channelCount = 1
    input.connect(suppressor).connect(output)
    const touched = resumeWhenAllowed(context)
    const [track] = output.stream.getAudioTracks()
    if (!track) throw new Error('the audio graph gives no track')
    const stop = () => {
      touched.abort()
      suppressor.destroy()
      track.stop()
      void context.close().catch(() => {})
    }
    return { track, stop }
  } catch (error) {
    void context.close().catch(() => {})
    throw error
  }
}

/**
 * A page that nobody has touched yet may not run sound: it begins with the first touch or key then, and opening the microphone does not wait for it.
 * @returns ends the waiting
 */
function resumeWhenAllowed(context: AudioContext): AbortController {
  const touched = new AbortController()
  const resume = () =>
    void context.resume().then(
      () => touched.abort(),
      () => {},
    ) // Closed meanwhile.
  for (const event of ['pointerdown', 'keydown'])
    addEventListener(event, resume, { capture: true, signal: touched.signal })
  resume()
  return touched
}
