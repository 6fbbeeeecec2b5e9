// SPDX-License-Identifier: Apache-2.0
// Proves the worker that MEDIASOUP_WORKER_BIN names: exits with 0 after a worker, a router and a WebRTC transport.

import { createWorker } from 'mediasoup'

const worker = await createWorker({ logLevel: 'warn' })
const died = new Promise((_, reject) => worker.once('died', reject))
const tried = (async () => {
  const router = await worker.createRouter({
    mediaCodecs: [
      { kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2 },
      { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 },
    ],
  })
  const transport = await router.createWebRtcTransport({ listenInfos: [{ protocol: 'udp', ip: '127.0.0.1' }] })
  await transport.dump()
})()
await Promise.race([tried, died])
worker.close()
