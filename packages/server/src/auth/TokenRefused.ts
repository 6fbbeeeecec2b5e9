// SPDX-License-Identifier: Apache-2.0
// The one way in which a token is refused: its code, and which claim is wrong; never a part of the token.
import type { ErrorCode } from '@alcove/protocol'

export type TokenCode = Extract<ErrorCode, `TOKEN_${string}`>

export class TokenRefused extends Error {
  override readonly name = 'TokenRefused'
  readonly code: TokenCode
  readonly claim: string | undefined

  constructor(code: TokenCode, claim?: string, options?: ErrorOptions) {
    super(claim === undefined ? code : `${code} (${claim})`, options)
    this.code = code
    this.claim = claim
  }
}
