// SPDX-License-Identifier: Apache-2.0
// Parses what came by its schema, once, and says what is wrong with it: which field, and why.
import type { ApiErrorCode } from '@alcove/protocol'
import type { z } from 'zod'
import { Refused } from './problem.ts'

type Part = 'path' | 'query' | 'body'

/** Fields whose own code says more than that the request is wrong. */
const codesOfFields: Readonly<Record<string, ApiErrorCode>> = {
  meeting: 'MEETING_NAME_INVALID',
  name: 'NAME_INVALID',
  displayName: 'NAME_INVALID',
  text: 'TEXT_INVALID',
  task: 'TEXT_INVALID',
  subject: 'TEXT_INVALID',
}

/** @throws Refused */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema | undefined,
  input: unknown,
  part: Part,
): z.output<Schema> {
  if (!schema) {
    // What no schema describes must not be there: a field that nobody reads is a mistake of whoever sent it. Paths were matched already.
    if (part !== 'path' && !isNothing(input)) throw new Refused({ code: 'REQUEST_INVALID', details: { path: part } })
    return undefined as z.output<Schema>
  }
  // A call without a body says the same as one with an empty object.
  const parsed = schema.safeParse(part === 'body' && input === undefined ? {} : input)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const path = issue?.path.map(String) ?? []
  const field = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  const code = field === undefined ? codesOfFields[path.at(-1) ?? ''] : undefined
  const where = [part, ...path, ...(field === undefined ? [] : [field])].join('.').slice(0, 80)
  throw new Refused({ code: code ?? 'REQUEST_INVALID', details: { path: where } }, issue?.message.slice(0, 200))
}

function isNothing(input: unknown): boolean {
  return input === undefined || input === null || (typeof input === 'object' && Object.keys(input).length === 0)
}
