// SPDX-License-Identifier: Apache-2.0
// Settings that are too long for a flag: JSON, or the path of a file with JSON in it. What is in them may be secret and is never repeated in messages.
import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** @param words what it must be, for the sentence "--flag must be ..." */
export function jsonOrFile<Value>(schema: z.ZodType<Value, unknown>, words: string) {
  return z.string().transform((text, context): Value => {
    const json = /^\s*[[{]/.test(text) ? text : readText(text)
    if (json === undefined) {
      context.addIssue(`${words}, as JSON or in a file that can be read`)
      return z.NEVER
    }
    const parsed = schema.safeParse(parseJson(json))
    if (parsed.success) return parsed.data
    const issue = parsed.error.issues[0]
    const path = issue?.path.join('.')
    context.addIssue(`${words}; ${path ? `at ${path}: ` : ''}${issue?.message ?? 'it is something else'}`)
    return z.NEVER
  })
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
