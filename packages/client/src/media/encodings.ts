// SPDX-License-Identifier: Apache-2.0
// How each source is encoded: simulcast layers by height, bit rates, Opus options. Numbers only; knows no transports.
import type { Source } from '@alcove/protocol'
import type { types } from 'mediasoup-client'

type Encodings = NonNullable<types.ProducerOptions['encodings']>

const assumedHeight = 720
/**
 * Temporal layers let the server thin a picture out without another encoding. Only with simulcast: of a single encoding with temporal layers the
 * media worker (3.27) drops the very key frame that each new receiver waits for, and the next one comes a second later.
 */
const temporal = { scalabilityMode: 'L1T3' }

export function encodingsOf(source: Source, heightPx: number = assumedHeight): Encodings | undefined {
  switch (source) {
    case 'camera':
      return cameraEncodings(heightPx)
    case 'screen':
      return [{ maxBitrate: 2_500_000 }]
    case 'microphone':
    case 'screen-audio':
      return undefined
  }
}

export function codecOptionsOf(source: Source, dtx: boolean): types.ProducerCodecOptions | undefined {
  switch (source) {
    case 'microphone':
      return { opusFec: true, opusDtx: dtx, opusStereo: false }
    case 'screen-audio':
      return { opusFec: true, opusDtx: false, opusStereo: true, opusMaxAverageBitrate: 128_000 }
    case 'camera':
    case 'screen':
      return { videoGoogleStartBitrate: 1_000 }
  }
}

/** Layers below about 75 pixels of height show nothing, so small pictures get fewer. */
function cameraEncodings(heightPx: number): Encodings {
  if (heightPx < 150) return [{ maxBitrate: 100_000 }]
  if (heightPx < 300) {
    return [
      { scaleResolutionDownBy: 2, maxBitrate: 100_000, ...temporal },
      { scaleResolutionDownBy: 1, maxBitrate: 300_000, ...temporal },
    ]
  }
  return [
    { scaleResolutionDownBy: 4, maxBitrate: 100_000, ...temporal },
    { scaleResolutionDownBy: 2, maxBitrate: 300_000, ...temporal },
    { scaleResolutionDownBy: 1, maxBitrate: 900_000, ...temporal },
  ]
}
