// SPDX-License-Identifier: Apache-2.0
// The HTTP edge: the web app's files, health, and the headers that keep its pages safe. What the REST interface offers stands in api/.
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { Server as HttpServer } from 'node:http'
import { join } from 'node:path'
import { meetingOfPath } from '@alcove/protocol'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import Fastify from 'fastify'
import type { ApiWorld } from './api/apiWorld.ts'
import type { ApiLimits } from './api/limits.ts'
import { registerApi } from './api/registerApi.ts'
import type { Certificate } from './certificate.ts'
import { framingDirectives, scriptFile, serveEmbedScript } from './embedRoutes.ts'
import { type MetricsPage, serveMetrics } from './metricsPage.ts'

export interface HttpOptions {
  /** Folder with the built web app. */
  readonly webRoot: string
  /** Folder with the built script for host pages. */
  readonly embedRoot: string
  /** Which sites may show meetings in a frame, as sources of a content security policy; `*`: every page. */
  readonly embedOrigins: readonly string[]
  /** Pages may show pictures of people from other sites. */
  readonly showsAvatars: boolean
  /** TLS key and certificate in PEM; plain http without. */
  readonly certificate: Certificate | undefined
  readonly trustProxy: boolean
  /** What /health counts besides telling that the server answers. */
  readonly health: () => Readonly<Record<string, number>>
  /** Served to those who have the token; not at all without. */
  readonly metrics?: MetricsPage | undefined
}

export interface Http {
  readonly server: HttpServer
  /** Offers the REST interface from now on; call it before {@link Http.listen}. */
  serveApi(world: ApiWorld, limits?: ApiLimits): Promise<void>
  /** @returns the port: the given one, or a free one for 0. @throws the system's error when the address cannot be had. */
  listen(host: string, port: number): Promise<number>
  close(): Promise<void>
}

/** Page requests per address and minute: a school behind one address loads a hundred pages at once. */
const requestsPerMinute = 6_000

export async function openHttp({
  webRoot,
  embedRoot,
  embedOrigins,
  showsAvatars,
  certificate,
  trustProxy,
  health,
  metrics,
}: HttpOptions): Promise<Http> {
  const indexFile = 'index.html'
  const unbuilt = [join(webRoot, indexFile), join(embedRoot, scriptFile)].find((file) => !existsSync(file))
  if (unbuilt)
    throw new Error(
      `The web app is not built (${unbuilt} is missing). Run \`npm run build\`, or start with \`npm start\`.`,
    )

  const app = Fastify({
    // The proxy next to the server and no further: what stands before the address that it added anybody may have written.
    trustProxy: trustProxy && ((_address, hop) => hop === 0),
    genReqId: () => randomUUID(),
    ...(certificate ? { https: certificate } : {}),
    bodyLimit: 64 * 1024,
    routerOptions: { maxParamLength: 1_000 },
  })
  await app.register(rateLimit, { max: requestsPerMinute, timeWindow: '1 minute' })
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        // Safari does not count a WebSocket of the same host as 'self'.
        'connect-src': ["'self'", 'ws:', 'wss:'],
        // https: for pictures of people, whose addresses are known only as they come.
        'img-src': ["'self'", 'data:', 'blob:', ...(showsAvatars ? ['https:'] : [])],
        'media-src': ["'self'", 'blob:', 'mediastream:'],
        // WebAssembly, for noise suppression and backgrounds; no other code may be made from text.
        'script-src': ["'self'", "'wasm-unsafe-eval'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'worker-src': ["'self'", 'blob:'],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        ...framingDirectives(embedOrigins),
      },
    },
    strictTransportSecurity: certificate ? { maxAge: 15_552_000 } : false,
    // Framing is ruled by the policy above; this older header knows no list.
    xFrameOptions: false,
    referrerPolicy: { policy: 'same-origin' },
  })
  app.addHook('onSend', async (_request, reply) => {
    reply.header(
      'permissions-policy',
      'camera=(self), microphone=(self), display-capture=(self), screen-wake-lock=(self)',
    )
  })

  // Hashed file names never change their content; the page itself is always asked for anew. The build compresses both.
  await app.register(fastifyStatic, {
    root: join(webRoot, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
  })
  await app.register(fastifyStatic, { root: webRoot, serve: false, preCompressed: true })
  serveEmbedScript(app, embedRoot)
  const sendPage = (reply: import('fastify').FastifyReply) =>
    reply.header('cache-control', 'no-cache').sendFile(indexFile)

  app.get('/health', (_request, reply) => reply.send({ status: 'ok', ...health() }))
  if (metrics) serveMetrics(app, metrics)
  app.get('/favicon.svg', (_request, reply) => reply.sendFile('favicon.svg'))
  app.get('/', (_request, reply) => sendPage(reply))
  app.get('/:meeting', (request, reply) => {
    // The page explains what is wrong with the name; the status is for machines.
    if (!meetingOfPath(pathOf(request.url))) reply.status(404)
    return sendPage(reply)
  })
  app.get('/:tenant/:meeting', (request, reply) =>
    meetingOfPath(pathOf(request.url)) ? sendPage(reply) : reply.callNotFound(),
  )
  app.setNotFoundHandler((_request, reply) => reply.status(404).send({ error: 'not found' }))
  app.setErrorHandler<Error & { statusCode?: number }>((error, _request, reply) => {
    const status = error.statusCode ?? 500
    return reply.status(status).send({ error: status < 500 ? 'bad request' : 'internal error' })
  })

  return {
    server: app.server,
    async serveApi(world, limits) {
      await app.register(async (api) => registerApi(api, world, limits), { prefix: '/api/v1' })
    },
    async listen(host, port) {
      await app.listen({ host, port })
      const address = app.server.address()
      return typeof address === 'object' && address !== null ? address.port : port
    },
    close: () => app.close(),
  }
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? ''
}
