// SPDX-License-Identifier: Apache-2.0
// The one error that the SDK's promises reject with, and which errors are worth another try.
import { type ErrorCode, errorFamilies, isErrorCode, type WireError } from '@alcove/protocol'

/** Codes of the registry, and those that only the client side can know. */
export type FailureCode =
  | ErrorCode
  /** No answer came in time; whether a command took effect is not known. */
  | 'SERVER_UNREACHABLE'
  /** The client was closed, left, or lost its seat while the request waited. */
  | 'CLIENT_CLOSED'
  /** This browser cannot send or receive the media that was asked for. */
  | 'MEDIA_UNSUPPORTED'

/** A request that did not succeed: refused by the server, or unanswered. */
export class RequestFailed extends Error {
  override readonly name = 'RequestFailed'
  /** Text for people is chosen by this code. */
  readonly code: FailureCode
  /** When another try makes sense, in milliseconds from now. */
  readonly retryAfterMs: number | undefined
  /** Plain data that helps to act on the error. */
  readonly details: WireError['details']

  constructor(code: FailureCode, more: Partial<Omit<WireError, 'code'>> & ErrorOptions = {}) {
    super(code, 'cause' in more ? { cause: more.cause } : undefined)
    this.code = code
    this.retryAfterMs = more.retryAfterMs
    this.details = more.details
  }

  /** The error that came over the wire. */
  static fromWire(error: WireError): RequestFailed {
    return new RequestFailed(error.code, error)
  }
}

/** The error as {@link RequestFailed}; what is none yet becomes one with this code and keeps its cause. */
export function toRequestFailed(error: unknown, code: FailureCode): RequestFailed {
  return error instanceof RequestFailed ? error : new RequestFailed(code, { cause: error })
}

/** Whether the same request may succeed when it is sent again a little later. */
export function isWorthRetrying(error: unknown): error is RequestFailed {
  if (!(error instanceof RequestFailed) || !isErrorCode(error.code)) return false
  return error.code === 'RATE_LIMITED' || errorFamilies[error.code] === 'unavailable'
}

/** Whether the connection is over for good: this client broke the contract, is too old, was replaced or put out. */
export function endsConnection(code: FailureCode): boolean {
  // As the last word before the close; as an answer to resuming it is a rejection like others.
  if (code === 'SEAT_BARRED') return true
  return isErrorCode(code) && errorFamilies[code] === 'protocol'
}
