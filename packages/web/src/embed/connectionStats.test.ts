// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { idOf } from '../testing/sampleView.ts'
import { toConnectionStats } from './connectionStats.ts'

const report = (...entries: readonly { id: string; type: string }[]) =>
  new Map(entries.map((one) => [one.id, one])) as unknown as RTCStatsReport
const arriving = (at: number) =>
  report(
    {
      ...{ id: 'in', type: 'inbound-rtp', kind: 'video', trackIdentifier: 'bobs', ssrc: 7, codecId: 'c' },
      ...{ bytesReceived: at * 1000, packetsReceived: at * 95, packetsLost: at * 5 },
      ...{ frameWidth: 320, frameHeight: 180, framesPerSecond: 15, framesDecoded: 15 * at },
    } as { id: string; type: string },
    { id: 'c', type: 'codec', mimeType: 'video/VP8' } as { id: string; type: string },
  )
const sending = (at: number) =>
  report(
    { id: 'in', type: 'outbound-rtp', kind: 'audio', bytesSent: at * 500, packetsSent: at * 100 } as {
      id: string
      type: string
    },
    { id: 'r', type: 'remote-inbound-rtp', fractionLost: 0.1 } as { id: string; type: string },
    {
      ...{ id: 'p', type: 'candidate-pair', nominated: true, currentRoundTripTime: 0.04 },
      ...{ availableOutgoingBitrate: 900_000, localCandidateId: 'l', remoteCandidateId: 'm' },
    } as { id: string; type: string },
    { id: 'l', type: 'local-candidate', candidateType: 'host', protocol: 'udp' } as { id: string; type: string },
    { id: 'm', type: 'remote-candidate', address: '192.0.2.7', port: 44400 } as { id: string; type: string },
  )

it('tells rates, losses, the way, and what arrives of whom, in the units of Jitsi', () => {
  const sample = (seconds: number) => ({ at: seconds * 1000, reports: [arriving(seconds), sending(seconds)] })
  const bob = idOf('bbbbbbbb')
  expect(toConnectionStats(sample(1), sample(3), (track) => (track === 'bobs' ? bob : undefined))).toEqual({
    connectionQuality: 92,
    jvbRTT: 40,
    bridgeCount: 1,
    bandwidth: { download: 0, upload: 900 },
    bitrate: {
      download: 8,
      upload: 4,
      audio: { download: 0, upload: 4 },
      video: { download: 8, upload: 0 },
    },
    packetLoss: { download: 5, upload: 10, total: 8 },
    codec: { bbbbbbbb: { 7: { video: 'VP8' } } },
    framerate: { bbbbbbbb: { 7: 15 } },
    framesDecoded: { bbbbbbbb: { 7: 45 } },
    resolution: { bbbbbbbb: { 7: { width: 320, height: 180 } } },
    transport: [{ ip: '192.0.2.7:44400', localCandidateType: 'host', p2p: false, rtt: 40, type: 'udp' }],
  })
})

it('says zero of what is not counted, and of nobody what it does not know', () => {
  const nothing = toConnectionStats({ at: 0, reports: [] }, { at: 1000, reports: [arriving(1)] }, () => undefined)
  expect(nothing).toMatchObject({ jvbRTT: 0, bridgeCount: 0, codec: {}, resolution: {}, transport: [] })
})
