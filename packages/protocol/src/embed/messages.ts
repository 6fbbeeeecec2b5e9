// SPDX-License-Identifier: Apache-2.0
// How host page and meeting page talk: an outer layer of text messages with a handshake (as the `postis` library speaks it), inside it events,
// requests and responses. Whatever arrives is checked here by hand; nothing is trusted further than these guards say.

/** `jitsi_meet_external_api_<N>`: which of several meetings in one host page is meant. */
export type Scope = string

/** Begins both the scope of messages and, in the fragment of the page's address, the number of the instance. */
export const scopePrefix = 'jitsi_meet_external_api_'
/** The parameter in the fragment that turns the interface on. */
export const instanceParameter = 'jitsi_meet_external_api_id'

/** Longest text that is sent and looked at: a message is small; pictures for backgrounds are the largest that Jitsi knows. */
export const maxMessageLength = 8_000_000

/** How often a side says that it is there, until the other echoes it. */
export const readyEveryMs = 50

/** What travels as text. */
export interface OuterMessage {
  readonly method: string
  readonly params: unknown
}

/** What travels inside a message of the method `message`. */
export type Envelope =
  | { readonly type: 'event'; readonly data: Readonly<Record<string, unknown>> }
  | { readonly type: 'request'; readonly id: number; readonly data: Readonly<Record<string, unknown>> }
  | { readonly type: 'response'; readonly id: number; readonly result?: unknown; readonly error?: unknown }

/** The text of an outer message. */
export function toOuterText(scope: Scope, { method, params }: OuterMessage): string {
  return JSON.stringify({ postis: true, scope, method, params })
}

/** @returns the message, or undefined for whatever is not one of this scope. */
export function parseOuterText(text: unknown, scope: Scope): OuterMessage | undefined {
  if (typeof text !== 'string' || text.length > maxMessageLength) return undefined
  const message = parseJson(text)
  if (!isRecord(message) || message.postis !== true || message.scope !== scope) return undefined
  return typeof message.method === 'string' ? { method: message.method, params: message.params } : undefined
}

/** @returns the envelope, or undefined for whatever is none. As in Jitsi, any other type counts as an event. */
export function parseEnvelope(params: unknown): Envelope | undefined {
  if (!isRecord(params)) return undefined
  const { type, id, data } = params
  if (type === 'response') {
    if (typeof id !== 'number') return undefined
    const hasResult = Object.hasOwn(params, 'result')
    const hasError = Object.hasOwn(params, 'error')
    return { type, id, ...(hasResult && { result: params.result }), ...(hasError && { error: params.error }) }
  }
  if (!isRecord(data)) return undefined
  if (type === 'request') return typeof id === 'number' ? { type, id, data } : undefined
  return { type: 'event', data }
}

/** A plain object, as JSON makes it. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Keys that would reach an object's prototype; they are dropped wherever they stand. */
export function isUnsafeKey(key: string): boolean {
  return key === '__proto__' || key === 'constructor' || key === 'prototype'
}

/** JSON without keys that would reach a prototype; undefined for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (key, value: unknown) => (isUnsafeKey(key) ? undefined : value))
  } catch {
    return undefined
  }
}
