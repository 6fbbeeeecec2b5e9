// SPDX-License-Identifier: Apache-2.0
// One operation of the REST interface, described once: its route, its checks and its page in the OpenAPI document all come from here.
import type { ApiErrorCode } from '@alcove/protocol'
import type { z } from 'zod'
import type { Scope } from '../../auth/api-keys/scopes.ts'
import type { ApiWorld } from './apiWorld.ts'
import type { Call } from './call.ts'
import { parseInput } from './parseInput.ts'

/** What an operation answers when it succeeds. */
export interface AnswerShape<Schema extends z.ZodType> {
  readonly status: 200 | 201 | 204
  readonly meaning: string
  /** None: the answer has no body. */
  readonly schema?: Schema
  /** `only`: the answer is a table; `too`: it is one when the Accept header asks for text/csv. */
  readonly csv?: 'only' | 'too'
}

export interface Description<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
> {
  /** Unique; generators of clients name their functions by it. */
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below /api/v1, with parameters in braces. */
  readonly path: string
  readonly summary: string
  readonly description?: string
  readonly scope: Scope
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  /** The body is a table, not JSON, of at most this size; it reaches the operation as it came. */
  readonly csvBody?: { readonly maxBytes: number }
  readonly answer: AnswerShape<Answer>
  /** Codes that this operation answers besides those that every one may. */
  readonly refusals?: readonly ApiErrorCode[]
}

/** Input as it was parsed. */
export interface Given<Params, Query, Body> {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly call: Call
  readonly world: ApiWorld
}

export interface Answered<Body> {
  readonly body?: Body
  /** A table in place of the body. */
  readonly csv?: string
  /** Path of what was made, below /api/v1. */
  readonly location?: string
}

/** What is answered is only read. */
type Unchanging<Value> = Value extends object ? { readonly [Key in keyof Value]: Unchanging<Value[Key]> } : Value

/** An operation without its types, so that all can stand in one list. */
export interface Operation extends Description<z.ZodType, z.ZodType, z.ZodType, z.ZodType> {
  handle(raw: RawInput, call: Call, world: ApiWorld): Promise<Answered<unknown>>
}

/** What belongs together: one file, one part of the documentation. */
export interface Resource {
  readonly name: string
  readonly meaning: string
  readonly operations: readonly Operation[]
}

export interface RawInput {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
}

export function defineOperation<
  Params extends z.ZodType,
  Answer extends z.ZodType,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
>(
  description: Description<Params, Query, Body, Answer>,
  run: (
    given: Given<z.output<Params>, z.output<Query>, z.output<Body>>,
  ) => Promise<Answered<Unchanging<z.input<Answer>>>>,
): Operation {
  return {
    ...description,
    handle: async (raw, call, world) =>
      run({
        params: parseInput(description.params, raw.params, 'path'),
        query: parseInput(description.query, raw.query, 'query'),
        body: parseInput(description.body, raw.body, 'body'),
        call,
        world,
      }),
  }
}
