// SPDX-License-Identifier: Apache-2.0
// Owns which codecs every router speaks. The order is the clients' order of preference.
import type { RouterRtpCodecCapability } from 'mediasoup/types'

export const mediaCodecs: RouterRtpCodecCapability[] = [
  // Forward error correction is offered to all; whether silence is sent (DTX) is the sender's choice.
  { kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2, parameters: { useinbandfec: 1 } },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 },
  { kind: 'video', mimeType: 'video/VP9', clockRate: 90_000, parameters: { 'profile-id': 0 } },
  // Constrained baseline: what browsers with nothing but hardware H264 can all do.
  {
    kind: 'video',
    mimeType: 'video/H264',
    clockRate: 90_000,
    parameters: { 'packetization-mode': 1, 'profile-level-id': '42e01f', 'level-asymmetry-allowed': 1 },
  },
]
