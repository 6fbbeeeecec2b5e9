// SPDX-License-Identifier: Apache-2.0
// What of a log call's fields may be written: a copy in which errors are told with class, stack and causes, and what names a person or opens a seat is hidden,
// at whatever depth. (A list of paths, as loggers know it, ends at some depth.)
import { stdSerializers } from 'pino'

const secretFields = new Set([
  'displayName',
  'email',
  'avatar',
  'text',
  'resumeToken',
  'token',
  'tokenHash',
  'password',
  'passwordHash',
  'moderatorKey',
  'moderatorKeyHash',
  'claimCode',
  'claimHash',
  'claim',
  'identity',
  'credential',
  'authorization',
  'cookie',
])

const maxDepth = 10

export function toLoggable(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return copyFields(fields, [])
}

function copyFields(fields: object, above: readonly object[]): Record<string, unknown> {
  const within = [...above, fields]
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      secretFields.has(name) && value !== undefined && value !== null ? '[hidden]' : copy(value, within),
    ]),
  )
}

/** @param above the objects that the value is in, outermost first. */
function copy(value: unknown, above: readonly object[]): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (above.includes(value)) return '[ring]'
  if (above.length >= maxDepth) return '[deep]'
  // The stack with those of its causes; the fields of the error itself, which may be anything, are copied like all others.
  if (value instanceof Error) return copyFields(stdSerializers.err(value), [...above, value])
  if (Array.isArray(value)) return value.map((item) => copy(item, [...above, value]))
  if ('toJSON' in value && typeof value.toJSON === 'function') return copy(value.toJSON(), [...above, value])
  return copyFields(value, above)
}
