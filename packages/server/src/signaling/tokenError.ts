// SPDX-License-Identifier: Apache-2.0
// A refused token as clients are told it: which claim is wrong. The causes are the operator's to hear.
import type { WireError } from '@alcove/protocol'
import type { TokenRefused } from '../auth/TokenRefused.ts'
import type { Log } from '../meetings/ports.ts'

export function tokenError(refused: TokenRefused, log: Log): WireError {
  const { code, claim } = refused
  if (code !== 'TOKEN_KEYS_UNAVAILABLE') return { code, ...(claim !== undefined && { details: { claim } }) }
  log.warn({ error: refused }, 'keys of tokens cannot be read')
  return { code, retryAfterMs: 5_000 }
}
