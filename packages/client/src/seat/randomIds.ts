// SPDX-License-Identifier: Apache-2.0
// Ids and secrets that the client makes. Uses getRandomValues only: randomUUID is missing on pages without TLS.
import type { CommandId, ResumeToken } from '@alcove/protocol'

/** 128 random bits as hex. */
export function newCommandId(): CommandId {
  return randomHex(16) as CommandId
}

/** 256 random bits as hex. */
export function newResumeToken(): ResumeToken {
  return randomHex(32) as ResumeToken
}

function randomHex(bytes: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
}
