// SPDX-License-Identifier: Apache-2.0
// Opens both transports with mediasoup-client: the only file that runs it. Imported at first need, because bots in plain Node have no WebRTC.
import type { MediaOffer, TransportOffer } from '@alcove/protocol'
import { Device, type types } from 'mediasoup-client'
import type { Clock } from '../clock.ts'
import { RequestFailed } from '../errors.ts'
import type { SendRequest } from '../signaling/Line.ts'
import { sendTrack } from './sendTrack.ts'
import type { OpenMedia, ProductionData } from './transports.ts'
import { watchHealth } from './watchHealth.ts'

export interface OpenMediaOptions {
  readonly send: SendRequest
  readonly receives: boolean
  readonly clock: Clock
  /** The health of a transport changed. */
  onHealth(): void
  /** It was opened but is of no use. */
  onFailure(error: unknown): void
}

/** @throws RequestFailed MEDIA_UNSUPPORTED where there is no usable WebRTC, else what the server answered. */
export async function openMedia({ send, receives, clock, onHealth, onFailure }: OpenMediaOptions): Promise<OpenMedia> {
  const [offer, device] = await Promise.all([send({ type: 'media.open' }), createDevice()])
  await device.load({ routerRtpCapabilities: offer.routerRtpCapabilities as types.RtpCapabilities })
  if (receives) {
    // As early as possible, and nothing waits for it: what is granted meanwhile waits for the transport.
    send({ type: 'media.receive', rtpCapabilities: { ...device.recvRtpCapabilities } }).catch(onFailure)
  }
  const sending = device.createSendTransport(toTransportOptions(offer, offer.send))
  const receiving = receives ? device.createRecvTransport(toTransportOptions(offer, offer.receive)) : undefined
  const transports = receiving ? [sending, receiving] : [sending]
  for (const transport of transports) connectOnDemand(transport, send)
  produceOnDemand(sending, send)
  const health = watchHealth({ transports, send, clock, onHealth })
  return {
    send: { send: (options) => sendTrack(sending, options) },
    receive: receiving && {
      consume: ({ consumerId, producerId, kind, rtpParameters }) =>
        receiving.consume({
          id: consumerId,
          producerId,
          kind,
          rtpParameters: rtpParameters as unknown as types.RtpParameters,
        }),
    },
    health: health.current,
    getStats: () => Promise.all(transports.map((transport) => transport.getStats())),
    close() {
      health.end()
      for (const transport of transports) transport.close()
    },
  }
}

async function createDevice(): Promise<types.Device> {
  if (typeof RTCPeerConnection === 'undefined') throw new RequestFailed('MEDIA_UNSUPPORTED')
  try {
    return await Device.factory()
  } catch (cause) {
    throw new RequestFailed('MEDIA_UNSUPPORTED', { cause })
  }
}

/** What mediasoup makes, mediasoup-client takes: the wire does not look into it, hence the casts. */
function toTransportOptions(offer: MediaOffer, transport: TransportOffer): types.TransportOptions {
  return {
    id: transport.id,
    iceParameters: transport.iceParameters as types.IceParameters,
    iceCandidates: transport.iceCandidates as unknown as types.IceCandidate[],
    dtlsParameters: transport.dtlsParameters as types.DtlsParameters,
    iceServers: offer.iceServers.map((server) => ({ ...server, urls: [...server.urls] })),
    // This machine's own addresses are looked up while the server is still asked, not after it.
    additionalSettings: { iceCandidatePoolSize: 1 },
  }
}

function connectOnDemand(transport: types.Transport, send: SendRequest): void {
  transport.on('connect', ({ dtlsParameters }, done, fail) => {
    send({ type: 'media.connect', transportId: transport.id, dtlsParameters: { ...dtlsParameters } }).then(done, fail)
  })
}

/** The source and the mute state travel with the producer's own data. */
function produceOnDemand(transport: types.Transport, send: SendRequest): void {
  transport.on('produce', ({ rtpParameters, appData }, done, fail) => {
    const { source, height, tellMuted } = appData as unknown as ProductionData
    const what = { source, rtpParameters: { ...rtpParameters }, ...(height && { height }) }
    send({ type: 'media.produce', ...what, paused: tellMuted() }).then(
      ({ producerId }) => done({ id: producerId }),
      fail,
    )
  })
}
