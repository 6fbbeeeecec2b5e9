// SPDX-License-Identifier: Apache-2.0
// Owns the choice of the spatial layer for the height at which a client shows a video.
import { parseScalabilityMode } from 'mediasoup'
import type { Producer, RtpParameters } from 'mediasoup/types'

/** Height of the highest layer where the sender does not say it. Each lower layer is of half the one above: 180, 360, 720 with three. */
const usualTopHeight = 720
/** A picture scaled up by no more than this looks as good as the next layer, at a quarter of its bits. */
const tolerableUpscale = 1.25

/** What a producer carries of its picture. */
export interface ProducerData {
  readonly height?: number | undefined
}

export interface Layers {
  readonly layers: number
  /** Lines of the highest. */
  readonly topHeight?: number | undefined
}

/** What a producer has to choose from. Its height travels with its own data. */
export function layersOf({ rtpParameters, appData }: Pick<Producer, 'rtpParameters' | 'appData'>): Layers {
  return { layers: spatialLayersOf(rtpParameters), topHeight: (appData as ProducerData).height }
}

/** How many spatial layers a producer sends: simulcast encodings, or the layers inside one encoding. */
export function spatialLayersOf(rtpParameters: RtpParameters): number {
  const encodings = rtpParameters.encodings ?? []
  if (encodings.length > 1) return encodings.length
  return parseScalabilityMode(encodings[0]?.scalabilityMode).spatialLayers
}

/** The lowest layer that is good enough for the height (in device pixels); undefined where there is nothing to choose. */
export function spatialLayerFor(
  height: number | undefined,
  { layers, topHeight = usualTopHeight }: Layers,
): number | undefined {
  if (height === undefined || layers < 2) return undefined
  for (let layer = 0; layer < layers - 1; layer += 1) {
    const layerHeight = topHeight / 2 ** (layers - 1 - layer)
    if (height <= layerHeight * tolerableUpscale) return layer
  }
  return layers - 1
}
