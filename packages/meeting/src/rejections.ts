// SPDX-License-Identifier: Apache-2.0
// The answer of decide: events to store and the result to give, or a rejection from the registry. Rejections are values; they are never thrown.
import type { RejectionCode, StoredResult, WireError } from '@alcove/protocol'
import type { MeetingEvent } from './events.ts'

export interface Accepted {
  readonly ok: true
  readonly events: readonly MeetingEvent[]
  readonly result: StoredResult
  /** The command was decided before (same seat, same command id): nothing to store. */
  readonly repeated: boolean
}

export interface Rejected {
  readonly ok: false
  readonly error: WireError & { readonly code: RejectionCode }
}

export type Decision = Accepted | Rejected

export function accept(events: readonly MeetingEvent[], result: StoredResult = null): Accepted {
  return { ok: true, events, result, repeated: false }
}

export function reject(code: RejectionCode, details?: Readonly<Record<string, string | number>>): Rejected {
  return { ok: false, error: details ? { code, details } : { code } }
}
