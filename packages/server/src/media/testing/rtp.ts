// SPDX-License-Identifier: Apache-2.0
// Owns RTP structures as a browser's client would send them, for tests.
import type { MediaObject } from '@alcove/protocol'

let nextSsrc = 100_000
let nextMid = 0

function ssrc(): number {
  nextSsrc += 1
  return nextSsrc
}

function mid(): string {
  nextMid += 1
  return String(nextMid)
}

export function audioParameters(): MediaObject {
  return {
    mid: mid(),
    codecs: [
      { mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2, parameters: { useinbandfec: 1 } },
    ],
    headerExtensions: [{ uri: 'urn:ietf:params:rtp-hdrext:ssrc-audio-level', id: 1 }],
    encodings: [{ ssrc: ssrc(), dtx: false }],
    rtcp: { cname: 'test' },
  }
}

/** Three simulcast layers. */
export function videoParameters(): MediaObject {
  const feedback = [{ type: 'nack' }, { type: 'nack', parameter: 'pli' }, { type: 'ccm', parameter: 'fir' }]
  return {
    mid: mid(),
    codecs: [
      { mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000, rtcpFeedback: feedback },
      { mimeType: 'video/rtx', payloadType: 97, clockRate: 90_000, parameters: { apt: 96 } },
    ],
    encodings: ['q', 'h', 'f'].map((rid) => ({ rid, scalabilityMode: 'L1T3', maxBitrate: 500_000 })),
    rtcp: { cname: 'test' },
  }
}
