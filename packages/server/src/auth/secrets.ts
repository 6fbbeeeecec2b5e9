// SPDX-License-Identifier: Apache-2.0
// Secrets of which only the SHA-256 is kept: resume tokens, moderator keys, claim codes. They are random and long, so a plain hash is enough.
import { createHash } from 'node:crypto'

/** @returns 64 hex digits. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
