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

/** 50 random bits in letters and digits that are not taken for each other, as `XXXXX-XXXXX`. */
export function newClaimCode(): string {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const letters = Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => alphabet[byte % 32])
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`
}

function randomHex(bytes: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
}
