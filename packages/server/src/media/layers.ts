// SPDX-License-Identifier: Apache-2.0
// Owns the choice of the spatial layer for the height at which a client shows a video.
import { parseScalabilityMode } from 'mediasoup'
import type { RtpParameters } from 'mediasoup/types'

/** The highest layer is taken to be of this height, each lower one of half the one above: 180, 360, 720 with three. */
const topLayerHeight = 720
/** A picture scaled up by no more than this looks as good as the next layer, at a quarter of its bits. */
const tolerableUpscale = 1.25

/** How many spatial layers a producer sends: simulcast encodings, or the layers inside one encoding. */
export function spatialLayersOf(rtpParameters: RtpParameters): number {
  const encodings = rtpParameters.encodings ?? []
  if (encodings.length > 1) return encodings.length
  return parseScalabilityMode(encodings[0]?.scalabilityMode).spatialLayers
}

/** The lowest layer that is good enough for the height (in device pixels); undefined where there is nothing to choose. */
export function spatialLayerFor(height: number | undefined, layers: number): number | undefined {
  if (height === undefined || layers < 2) return undefined
  for (let layer = 0; layer < layers - 1; layer += 1) {
    const layerHeight = topLayerHeight / 2 ** (layers - 1 - layer)
    if (height <= layerHeight * tolerableUpscale) return layer
  }
  return layers - 1
}
