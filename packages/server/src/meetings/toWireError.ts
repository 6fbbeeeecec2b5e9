// SPDX-License-Identifier: Apache-2.0
// One place where anything that was thrown becomes a coded error: by consequence, without a word of our insides.
import type { WireError } from '@alcove/protocol'
import { MeetingQuarantined } from './createMeetings.ts'
import { MeetingUnloaded } from './meetingHandle.ts'
import { type Log, MediaRefused, Unavailable } from './ports.ts'

export function toWireError(thrown: unknown, log: Log): WireError {
  if (thrown instanceof Unavailable) {
    // The operator has to hear why, for example that the disk is full; that the server stops is known.
    if (thrown.code !== 'SERVER_STOPPING') log.warn({ error: thrown }, 'request not carried out')
    return { code: thrown.code, retryAfterMs: thrown.retryAfterMs }
  }
  if (thrown instanceof MediaRefused || thrown instanceof MeetingQuarantined) return { code: thrown.code }
  // It left memory while somebody who is not connected any more still waited.
  if (thrown instanceof MeetingUnloaded) return { code: 'NOT_JOINED' }
  log.error({ error: thrown }, 'request failed by a bug')
  return { code: 'INTERNAL_ERROR' }
}
