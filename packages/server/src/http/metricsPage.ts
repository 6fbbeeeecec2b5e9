// SPDX-License-Identifier: Apache-2.0
// The page that Prometheus reads. It tells how much is going on, so only those who have its token get it.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

export interface MetricsPage {
  readonly token: string
  readonly render: () => Promise<{ readonly contentType: string; readonly text: string }>
}

export function serveMetrics(app: FastifyInstance, { token, render }: MetricsPage): void {
  const wanted = hashOf(`Bearer ${token}`)
  app.get('/metrics', async (request, reply) => {
    // Hashes have one length, and comparing them takes one time.
    if (!timingSafeEqual(hashOf(request.headers.authorization ?? ''), wanted))
      return reply.status(401).header('www-authenticate', 'Bearer').send({ error: 'unauthorized' })
    const { contentType, text } = await render()
    return reply.header('content-type', contentType).send(text)
  })
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
