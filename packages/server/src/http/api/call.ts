// SPDX-License-Identifier: Apache-2.0
// One call of the REST interface: by which key, and the ids of the commands that it gives. An Idempotency-Key makes these ids the same each time, so
// that the outcomes which a meeting keeps for its commands answer a repeated call; the second half of an id stands for what was asked.
import { createHash, createHmac, randomUUID } from 'node:crypto'
import type { CommandId } from '@alcove/protocol'
import type { ApiKey } from '../../auth/api-keys/apiKeys.ts'
import { Refused } from './problem.ts'

export interface Call {
  readonly key: ApiKey
  readonly requestId: string
  /** Origin under which the caller reached the server, such as https://meet.example.org. */
  readonly origin: string
  /** @param step tells several commands of one call apart */
  commandId(step?: string | number): CommandId
  /** 256 bits that only this caller can make again: random ones, or those of the Idempotency-Key. As hex. @param purpose tells several apart */
  secret(purpose: string): string
}

export interface CallInput {
  readonly key: ApiKey
  /** The API key itself; it goes into what {@link Call.secret} makes, and nowhere else. */
  readonly apiSecret: string
  readonly requestId: string
  readonly origin: string
  readonly idempotencyKey: string | undefined
  /** Method, address and body, as text. */
  readonly asked: string
}

const callPartLength = 32
const idempotencyKeyPattern = /^[\x21-\x7e]{1,255}$/

/** @throws Refused when the Idempotency-Key cannot be one. */
export function createCall(input: CallInput): Call {
  const { key, apiSecret, requestId, origin, idempotencyKey, asked } = input
  if (idempotencyKey !== undefined && !idempotencyKeyPattern.test(idempotencyKey))
    throw new Refused(
      { code: 'REQUEST_INVALID', details: { path: 'header.idempotency-key' } },
      'An Idempotency-Key has 1 to 255 printable characters and no spaces.',
    )
  const called = idempotencyKey ?? randomUUID()
  return {
    key,
    requestId,
    origin,
    commandId(step = 0) {
      const call = sha256(`${key.id} ${step} ${called}`).slice(0, callPartLength)
      // The brand says that it has the form of a command id, which it has.
      return `${call}-${sha256(asked).slice(0, 16)}` as CommandId
    },
    secret: (purpose) => createHmac('sha256', apiSecret).update(`${purpose} ${called}`).digest('hex'),
  }
}

/** Whether two command ids are of the same call but for different things. */
export function isConflicting(a: CommandId, b: CommandId): boolean {
  return a !== b && a.slice(0, callPartLength) === b.slice(0, callPartLength)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
