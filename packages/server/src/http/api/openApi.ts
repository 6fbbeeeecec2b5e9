// SPDX-License-Identifier: Apache-2.0
// The OpenAPI document, made of the operations: what is served and what is described cannot differ.
import type { ApiErrorCode } from '@alcove/protocol'
import { z } from 'zod'
import { scopeMeanings, scopes } from '../../auth/api-keys/scopes.ts'
import { chatFilePath } from './chatFile.ts'
import { chatFileSchema } from './chatFileSchema.ts'
import type { Operation, Resource } from './operation.ts'
import { httpStatus, problemSchema, problemType } from './problem.ts'

/** An object of JSON, being built. */
export interface JsonObject {
  [key: string]: unknown
}

const description = `Prepare meetings and run them from a program. Every call carries a key that was made with \`npm run api-key\`, as
\`Authorization: Bearer <key>\`, and does what a moderator could do. docs/api.md explains it with a worked example.`

/** Codes that every operation may answer. */
const refusalsOfAll: readonly ApiErrorCode[] = [
  'REQUEST_INVALID',
  'API_KEY_MISSING',
  'API_KEY_UNKNOWN',
  'API_SCOPE_MISSING',
  'RATE_LIMITED',
  'ANSWER_TYPE_UNSUPPORTED',
  'MESSAGE_UNREADABLE',
  'MESSAGE_TOO_LARGE',
  'MEDIA_TYPE_UNSUPPORTED',
  'INTERNAL_ERROR',
  'STORE_UNAVAILABLE',
  'SERVER_STOPPING',
]
const refusalsOfMeetings: readonly ApiErrorCode[] = ['MEETING_NAME_INVALID', 'MEETING_UNKNOWN', 'MEETING_QUARANTINED']

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  description:
    'Any text that names this call: when it is sent again, because no answer came, nothing is done twice and the first answer comes again.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
}

export function toOpenApi(resources: readonly Resource[]): JsonObject {
  const schemas: JsonObject = {}
  const paths: { [path: string]: JsonObject } = {}
  for (const { name, operations } of resources) {
    for (const operation of operations) {
      const path = paths[operation.path] ?? {}
      paths[operation.path] = path
      path[operation.method.toLowerCase()] = { tags: [name], ...toPathItem(operation, schemas) }
    }
  }
  paths[chatFilePath] = { get: toChatFileItem(schemas) }
  return {
    openapi: '3.1.0',
    info: { title: 'Alcove', version: '1', description, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/api/v1' }],
    security: [{ apiKey: [] }],
    tags: resources.map(({ name, meaning }) => ({ name, description: meaning })),
    paths,
    components: {
      securitySchemes: { apiKey: { type: 'http', scheme: 'bearer', description: scopeList() } },
      responses: {
        Problem: {
          description: 'It was not done, and nothing was changed. `code` says why.',
          content: { [problemType]: { schema: toSchema(problemSchema, schemas) } },
        },
      },
      schemas: Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1))),
    },
  }
}

/** The one path that is opened by itself, and not by a key. */
function toChatFileItem(schemas: JsonObject): JsonObject {
  const refusals = (code: ApiErrorCode) => ({ $ref: '#/components/responses/Problem', description: code })
  return {
    operationId: 'readChatFile',
    summary: 'Read the chat of a session that is over.',
    description: 'The address comes by the webhook `CHAT_UPLOADED` and opens it for a day, without a key.',
    security: [],
    parameters: [{ name: 'ticket', in: 'path', required: true, schema: { type: 'string' } }],
    responses: {
      '200': {
        description: 'What was written, but for private messages.',
        content: { 'application/json': { schema: toSchema(chatFileSchema, schemas) } },
      },
      '404': refusals('MEETING_UNKNOWN'),
      '429': refusals('RATE_LIMITED'),
    },
  }
}

function scopeList(): string {
  return `A key has scopes: ${scopes.map((scope) => `\`${scope}\` to ${scopeMeanings[scope]}`).join('; ')}.`
}

function toPathItem(operation: Operation, schemas: JsonObject): JsonObject {
  const { id, summary, description, scope, method, params, query } = operation
  const parameters = [
    ...toParameters(params, 'path', schemas),
    ...toParameters(query, 'query', schemas),
    ...(method === 'POST' ? [idempotencyKey] : []),
  ]
  return {
    operationId: id,
    summary,
    description: `${description === undefined ? '' : `${description} `}Scope: \`${scope}\`.`,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...toRequestBody(operation, schemas),
    responses: toResponses(operation, schemas),
  }
}

function toParameters(schema: z.ZodType | undefined, place: 'path' | 'query', schemas: JsonObject): JsonObject[] {
  if (!schema) return []
  const { properties = {}, required = [] } = toSchema(schema, schemas) as {
    properties?: { [name: string]: JsonObject }
    required?: readonly string[]
  }
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    ...(place === 'path' || required.includes(name) ? { required: true } : {}),
    ...(description === undefined ? {} : { description }),
    schema: rest,
  }))
}

function toRequestBody({ body, csvBody }: Operation, schemas: JsonObject): JsonObject {
  if (csvBody) {
    const description = `A table in UTF-8, of at most ${csvBody.maxBytes} bytes.`
    return { requestBody: { required: true, content: { 'text/csv': { schema: { type: 'string', description } } } } }
  }
  if (!body) return {}
  const required = !body.safeParse({}).success
  return { requestBody: { required, content: { 'application/json': { schema: toSchema(body, schemas) } } } }
}

/** Every code that this operation may answer. */
export function refusalsOf({ path, method, refusals = [] }: Operation): readonly ApiErrorCode[] {
  return [
    ...new Set([
      ...refusalsOfAll,
      ...(path.startsWith('/meetings/{meeting}') ? refusalsOfMeetings : []),
      ...(method === 'POST' ? (['IDEMPOTENCY_CONFLICT'] as const) : []),
      ...refusals,
    ]),
  ]
}

function toResponses(operation: Operation, schemas: JsonObject): JsonObject {
  const { answer } = operation
  const content = {
    ...(answer.schema && answer.csv !== 'only'
      ? { 'application/json': { schema: toSchema(answer.schema, schemas) } }
      : {}),
    ...(answer.csv ? { 'text/csv': { schema: { type: 'string' } } } : {}),
  }
  const headers =
    answer.status === 201
      ? { headers: { Location: { description: 'Address of what was made.', schema: { type: 'string' } } } }
      : {}
  const success = {
    description: answer.meaning,
    ...headers,
    ...(Object.keys(content).length === 0 ? {} : { content }),
  }
  const codes = refusalsOf(operation)
  const statuses = [...new Set(codes.map((code) => httpStatus[code]))].sort()
  const problems = statuses.map((status) => [
    String(status),
    {
      $ref: '#/components/responses/Problem',
      description: codes.filter((code) => httpStatus[code] === status).join(', '),
    },
  ])
  return { [String(answer.status)]: success, ...Object.fromEntries(problems) }
}

/** The JSON Schema of what comes or goes; schemas with an id are moved to the components and referred to. */
function toSchema(schema: z.ZodType, schemas: JsonObject): JsonObject {
  const made: JsonObject = JSON.parse(
    JSON.stringify(z.toJSONSchema(schema, { io: 'input' })).replaceAll('"#/$defs/', '"#/components/schemas/'),
  )
  const { $schema: _dialect, $defs, id, ...rest } = made
  Object.assign(schemas, $defs)
  if (typeof id !== 'string') return rest
  schemas[id] = rest
  return { $ref: `#/components/schemas/${id}` }
}
