// SPDX-License-Identifier: Apache-2.0
// The REST interface as a Fastify plugin: who may call, how often, how bodies are read, and that everything which goes wrong is answered as a problem.
// What can be called stands in the resources; nothing here knows of rooms or people.
import { errorRegistry, isApiErrorCode } from '@alcove/protocol'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ApiKey } from '../../auth/api-keys/apiKeys.ts'
import { toWireError } from '../../meetings/toWireError.ts'
import type { ApiWorld } from './apiWorld.ts'
import { authenticate, bearerOf } from './authenticate.ts'
import { createCall } from './call.ts'
import { serveChatFile } from './chatFile.ts'
import { answerType, checkBodyType, readBodies } from './contentTypes.ts'
import { type ApiLimits, createLimits, defaultLimits, type LimitChecks } from './limits.ts'
import { type JsonObject, toOpenApi } from './openApi.ts'
import type { Operation } from './operation.ts'
import { serveOutside } from './outside.ts'
import { type ApiError, httpStatus, problemType, Refused, toProblem } from './problem.ts'
import { serveReportByKey } from './reportByKey.ts'
import { resources } from './resources.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose call it is, once that is known. */
    apiKey: ApiKey | undefined
  }
}

export function registerApi(app: FastifyInstance, world: ApiWorld, limits: ApiLimits = defaultLimits): void {
  app.decorateRequest('apiKey', undefined)
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id).header('cache-control', 'no-store')
  })
  app.addHook('onResponse', async (request, reply) => logCall(request, reply, world))
  readBodies(app)
  app.setErrorHandler<FastifyError>((error, request, reply) => answerProblem(error, request, reply, world))
  app.setNotFoundHandler((request, reply) =>
    answerProblem(new Refused({ code: 'ROUTE_UNKNOWN' }), request, reply, world),
  )

  let document: JsonObject | undefined
  app.get('/openapi.json', async () => {
    document ??= toOpenApi(resources)
    return document
  })
  app.get<{ Params: { code: string } }>('/problems/:code', async ({ params: { code } }) => {
    if (!isApiErrorCode(code)) throw new Refused({ code: 'ROUTE_UNKNOWN' })
    return { code, ...errorRegistry[code], status: httpStatus[code] }
  })
  const checks = createLimits(app, limits)
  serveReportByKey(app, world, checks)
  serveOutside(app, world, checks)
  serveChatFile(app, world, checks)
  for (const { operations } of resources) for (const operation of operations) addRoute(app, operation, world, checks)
}

function addRoute(app: FastifyInstance, operation: Operation, world: ApiWorld, checks: LimitChecks): void {
  const { method, path, scope, csvBody } = operation
  app.route({
    method,
    url: path.replaceAll(/\{(\w+)\}/g, ':$1'),
    ...(csvBody ? { bodyLimit: csvBody.maxBytes } : {}),
    // The limits of pages do not count here.
    config: { rateLimit: false },
    // Before the body is read: nobody without a key makes the server read much.
    onRequest: async (request) => {
      await checks.byAddress(request)
      request.apiKey = await authenticate(request.headers.authorization, scope, world)
      await checks.byKey(request)
    },
    handler: (request, reply) => answer(operation, request, reply, world),
  })
}

async function answer(
  operation: Operation,
  request: FastifyRequest,
  reply: FastifyReply,
  world: ApiWorld,
): Promise<FastifyReply> {
  const { params, query, body } = request
  checkBodyType(operation, body)
  const form = answerType(operation, request.headers.accept)
  const answered = await operation.handle({ params, query, body }, callOf(request), world)
  reply.status(operation.answer.status)
  if (answered.location !== undefined) reply.header('location', `/api/v1${answered.location}`)
  if (form === 'csv') return reply.type('text/csv; charset=utf-8').send(answered.csv)
  return operation.answer.schema ? reply.send(answered.body) : reply.send()
}

function callOf(request: FastifyRequest) {
  const { apiKey, headers, body, method, url, protocol, host, id: requestId } = request
  const apiSecret = bearerOf(headers.authorization)
  if (!apiKey || apiSecret === undefined) throw new Refused({ code: 'API_KEY_MISSING' })
  const idempotencyKey = headers['idempotency-key']
  return createCall({
    key: apiKey,
    apiSecret,
    requestId,
    origin: `${protocol}://${host}`,
    idempotencyKey: Array.isArray(idempotencyKey) ? idempotencyKey.join() : idempotencyKey,
    asked: `${method} ${url} ${Buffer.isBuffer(body) ? body.toString('base64') : JSON.stringify(body ?? null)}`,
  })
}

function answerProblem(error: FastifyError | Refused, request: FastifyRequest, reply: FastifyReply, world: ApiWorld) {
  const wire =
    error instanceof Refused ? error.error : (ofFastify(error) ?? toWireError(error, withRequest(request, world)))
  const problem = toProblem(wire, error instanceof Refused ? error : {}, request.id)
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="Alcove"')
  if (wire.retryAfterMs !== undefined) reply.header('retry-after', Math.ceil(wire.retryAfterMs / 1_000))
  return reply.status(problem.status).type(problemType).send(problem)
}

const codesOfFastify: Readonly<Record<string, ApiError['code']>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'MESSAGE_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'MEDIA_TYPE_UNSUPPORTED',
}

/** What the HTTP library itself refuses. */
function ofFastify({ code, statusCode }: FastifyError): ApiError | undefined {
  const known = codesOfFastify[code]
  if (known) return { code: known }
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500 ? { code: 'MESSAGE_UNREADABLE' } : undefined
}

function withRequest({ id: requestId }: FastifyRequest, { log }: ApiWorld): ApiWorld['log'] {
  return {
    info: (fields, message) => log.info({ requestId, ...fields }, message),
    warn: (fields, message) => log.warn({ requestId, ...fields }, message),
    error: (fields, message) => log.error({ requestId, ...fields }, message),
  }
}

/** The route, not the address: nothing that a caller wrote into it gets into the log. */
function logCall(request: FastifyRequest, reply: FastifyReply, { log }: ApiWorld): void {
  const { id: requestId, method, apiKey } = request
  log.info(
    {
      requestId,
      method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      ...(apiKey ? { apiKey: apiKey.id } : {}),
    },
    'api call',
  )
}
